import type { LiveEvent } from '@linkage/contracts';

export interface Remembered {
  readonly id: string;
  readonly workspaceId: string;
  readonly event: LiveEvent;
}

/**
 * The newest events of all workspaces, in the order in which they were told. Ids are log positions: several events may share one, and a
 * slow read model tells an old position late. So "since this id" begins after its first event here, which may repeat some but loses none.
 */
export class LiveBuffer {
  private readonly events: Remembered[] = [];
  private forgotten = false;

  /** `beginning`: an id for browsers that come before the first event. */
  constructor(private readonly beginning: string, private readonly most = 2_000) {}

  /** Where a browser stands that has heard all. */
  get newestId(): string {
    return this.events.at(-1)?.id ?? this.beginning;
  }

  add(event: Remembered): void {
    this.events.push(event);
    if (this.events.length <= this.most) return;
    this.events.shift();
    this.forgotten = true;
  }

  /** What this workspace missed since `id`; undefined when that cannot be told any more. */
  since(id: string, workspaceId: string): readonly Remembered[] | undefined {
    const isBeginning = id === this.beginning && !this.forgotten;
    const start = isBeginning ? 0 : this.events.findIndex((event) => event.id === id) + 1;
    if (start === 0 && !isBeginning) return undefined;
    return this.events.slice(start).filter((event) => event.workspaceId === workspaceId);
  }
}
