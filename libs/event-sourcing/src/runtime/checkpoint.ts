import type { Position } from '../fact';
import type { ReadStore } from '../read-store.port';

/** Stored in the place of a position by a consumer that starts before the first fact: so "not started yet" stays told apart. */
const BEGINNING = 'beginning' as Position;

/** The own checkpoint of a consumer without rows. */
export class Checkpoint {
  constructor(
    private readonly store: Pick<ReadStore, 'loadPosition' | 'savePosition'>,
    private readonly name: string,
  ) {}

  /** undefined: the consumer has never run; null: it stands before the first fact. */
  async load(): Promise<Position | null | undefined> {
    const stored = await this.store.loadPosition(this.name);
    return stored === null ? undefined : stored === BEGINNING ? null : stored;
  }

  save(position: Position | null): Promise<void> {
    return this.store.savePosition(this.name, position ?? BEGINNING);
  }
}
