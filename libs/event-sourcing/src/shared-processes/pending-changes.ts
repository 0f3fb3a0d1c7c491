import type { Position } from '../facts/fact';

export interface PendingChange {
  readonly workspaceId: string;
  readonly keys: readonly string[];
  readonly position: Position;
}

const MOST_KEYS = 200;

const union = (some: readonly string[], more: readonly string[]): readonly string[] =>
  some.length >= MOST_KEYS ? some : [...new Set([...some, ...more])].slice(0, MOST_KEYS);

/** Too many are merged to one per workspace, published late rather than early; none is lost. */
export class PendingChanges {
  private changes: PendingChange[] = [];
  private room: number;

  constructor(
    private readonly compare: (a: Position, b: Position) => number,
    private readonly most = 2_000,
  ) {
    this.room = most;
  }

  get none(): boolean {
    return this.changes.length === 0;
  }

  add(change: PendingChange): void {
    this.changes.push(change);
    if (this.changes.length > this.room) this.putTogether();
  }

  take(checkpoint: Position | null): readonly PendingChange[] {
    if (checkpoint === null) return [];
    const first = this.changes.findIndex(({ position }) => this.compare(position, checkpoint) > 0);
    const taken = this.changes.splice(0, first < 0 ? this.changes.length : first);
    this.room = Math.min(this.room, this.roomFor(this.changes));
    return taken;
  }

  private putTogether(): void {
    const byWorkspace = new Map<string, PendingChange>();
    for (const { workspaceId, keys, position } of this.changes) {
      const before = byWorkspace.get(workspaceId);
      byWorkspace.delete(workspaceId);
      byWorkspace.set(workspaceId, { workspaceId, position, keys: before ? union(before.keys, keys) : keys });
    }
    this.changes = [...byWorkspace.values()];
    this.room = this.roomFor(this.changes);
  }

  /** With thousands of workspaces each fact would otherwise scan them all. */
  private roomFor(changes: readonly PendingChange[]): number {
    return Math.max(this.most, 2 * changes.length);
  }
}
