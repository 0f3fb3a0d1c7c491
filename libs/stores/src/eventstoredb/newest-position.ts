import type { Position } from '@linkage/event-sourcing';
import { comparePositions } from './eventstoredb-position';

/**
 * A filtered checkpoint may lie behind the newest event, where no read arrives: its consumer would be ahead of the log.
 */
export class NewestPosition {
  private known: Position | null = null;

  constructor(private readonly ask: () => Promise<Position | null>) {}

  seen(position: Position): void {
    if (this.known === null || comparePositions(position, this.known) > 0) this.known = position;
  }

  /** The checkpoint, or the newest fact's position if that comes first; null while the log is empty. */
  async within(checkpoint: Position): Promise<Position | null> {
    if (this.known === null || comparePositions(checkpoint, this.known) > 0) {
      const newest = await this.ask();
      if (newest !== null) this.seen(newest);
    }
    return this.known !== null && comparePositions(checkpoint, this.known) <= 0 ? checkpoint : this.known;
  }
}
