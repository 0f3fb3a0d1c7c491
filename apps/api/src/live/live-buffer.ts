import type { LiveEvent } from '@linkage/contracts';
import type { Position } from '@linkage/event-sourcing';

export interface Remembered {
  /** Up to where its read model has come with it. */
  readonly position: Position;
  readonly workspaceId: string;
  readonly event: LiveEvent;
}

/**
 * The newest events of all workspaces, in the order in which they were told; a slow read model tells an old position
 * late. Complete after a position of the log, which means the same in every process: so a browser may come back to
 * another one.
 */
export class LiveBuffer {
  private readonly events: Remembered[] = [];
  /** undefined: not known yet. */
  private completeAfter: Position | null | undefined;
  /** A listener that has heard no more than this begins anew. */
  private expiredUpTo: Position | null = null;

  constructor(
    private readonly compare: (a: Position, b: Position) => number,
    private readonly most = 2_000,
  ) {}

  /** Everything after this is told from now on. Only the first time counts. */
  begin(after: Position | null): void {
    if (this.completeAfter === undefined) this.completeAfter = after;
  }

  /** Everything that was shown up to here may have changed. */
  expire(upTo: Position | null): void {
    this.expiredUpTo = upTo;
  }

  add(event: Remembered): void {
    this.events.push(event);
    if (this.events.length <= this.most) return;
    const forgotten = this.events.shift();
    if (forgotten && this.completeAfter !== undefined && this.isAfter(forgotten.position, this.completeAfter))
      this.completeAfter = forgotten.position;
  }

  /**
   * What this workspace missed that has heard everything up to `position`, perhaps some of it again; undefined when
   * that cannot be told.
   */
  since(position: Position | null, workspaceId: string): readonly Remembered[] | undefined {
    if (this.completeAfter === undefined || this.isAfter(this.completeAfter, position)) return undefined;
    if (this.expiredUpTo !== null && !this.isAfter(position, this.expiredUpTo)) return undefined;
    return this.events.filter((event) => event.workspaceId === workspaceId && this.isAfter(event.position, position));
  }

  private isAfter(a: Position | null, b: Position | null): boolean {
    return a !== null && (b === null || this.compare(a, b) > 0);
  }
}
