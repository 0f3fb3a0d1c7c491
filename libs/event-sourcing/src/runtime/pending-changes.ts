import type { Position } from '../fact';

export interface PendingChange {
  readonly workspaceId: string;
  readonly keys: readonly string[];
  readonly position: Position;
}

/** Keys of one workspace that are still named when there are too many changes to keep each. */
const MOST_KEYS = 200;

/**
 * Changes of one read model that are in the log and cannot be read yet, in the order of the log. When they become too many they are told
 * together, once for each workspace and later rather than sooner; none is lost.
 */
export class PendingChanges {
  private changes: PendingChange[] = [];

  constructor(private readonly compare: (a: Position, b: Position) => number, private readonly most = 2_000) {}

  get none(): boolean {
    return this.changes.length === 0;
  }

  add(change: PendingChange): void {
    this.changes.push(change);
    if (this.changes.length > this.most) this.changes = this.together();
  }

  /** Takes out what a read model shows that has read up to `checkpoint`. */
  take(checkpoint: Position | null): readonly PendingChange[] {
    if (checkpoint === null) return [];
    const first = this.changes.findIndex(({ position }) => this.compare(position, checkpoint) > 0);
    return this.changes.splice(0, first < 0 ? this.changes.length : first);
  }

  private together(): PendingChange[] {
    const byWorkspace = new Map<string, PendingChange>();
    for (const { workspaceId, keys, position } of this.changes) {
      const before = byWorkspace.get(workspaceId);
      byWorkspace.delete(workspaceId);
      byWorkspace.set(workspaceId, { workspaceId, position, keys: [...new Set([...(before?.keys ?? []), ...keys])].slice(0, MOST_KEYS) });
    }
    return [...byWorkspace.values()];
  }
}
