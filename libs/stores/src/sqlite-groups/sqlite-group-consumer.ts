import type { ConsumeOptions, GroupConsumer, GroupHandler } from '@linkage/event-sourcing';
import { GroupWork } from '../groups/group-work';
import type { InFlightFact } from './in-flight-facts';
import type { GroupMember, SqliteGroup } from './sqlite-group';

export class SqliteGroupConsumer implements GroupConsumer, GroupMember {
  readonly done: Promise<void>;
  private readonly work: GroupWork;
  private readonly handedBack = new AbortController();
  private readonly joined: Promise<void>;
  private given = 0;
  private end: (error?: unknown) => void = () => undefined;
  private ending: Promise<void> | undefined;

  constructor(
    private readonly group: SqliteGroup,
    options: ConsumeOptions,
    handler: GroupHandler,
  ) {
    this.work = new GroupWork(options, handler, (error) => this.fail(error));
    this.done = new Promise((resolve, reject) => {
      this.end = (error) => (error === undefined ? resolve() : reject(error));
    });
    // Prevents an unhandled rejection; `stop()` and `done` still report the error.
    this.done.catch(() => undefined);
    this.joined = group.join(this, options).catch((error: unknown) => this.end(error));
  }

  give(held: InFlightFact<GroupMember>): void {
    this.given += 1;
    const mine = (): boolean => held.by === this;
    this.work.take(
      {
        id: String(this.given),
        fact: held.fact,
        replayed: held.replayed,
        acknowledge: async () => {
          if (mine()) await this.group.acknowledge(held);
        },
        park: async (reason) => {
          if (mine()) await this.group.park(held, reason);
        },
      },
      this.handedBack.signal,
    );
  }

  fail(error: unknown): void {
    void this.leave().then(() => this.end(error));
  }

  async stop(): Promise<void> {
    await this.leave();
    this.end();
  }

  private leave(): Promise<void> {
    this.ending ??= this.handBack();
    return this.ending;
  }

  private async handBack(): Promise<void> {
    this.handedBack.abort();
    await this.joined;
    await this.work.ended();
    await this.group.leave(this).catch((error: unknown) => this.end(error));
  }
}
