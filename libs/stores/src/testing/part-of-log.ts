import type {
  Appended,
  BatchHandler,
  ConsumerGroups,
  EventLog,
  ExpectedRevision,
  FactToStore,
  Position,
  ReadAllOptions,
  ReadAllPage,
  ReadStreamOptions,
  StoredFact,
  SubscribeOptions,
  Subscription,
} from '@linkage/event-sourcing';
import { freshPrefix } from '@linkage/event-sourcing/testing';

/** An empty log on a server that holds other facts: its streams have a hidden prefix. */
export class PartOfLog implements EventLog {
  private readonly prefix = freshPrefix();
  private newest: Position | null = null;
  readonly groups: ConsumerGroups = {
    consume: (options, handler) =>
      this.whole.groups.consume(
        {
          ...options,
          group: this.prefix + options.group,
          prefixes: options.prefixes.map((prefix) => this.prefix + prefix),
          from: options.from ?? this.start,
        },
        (fact, given) => handler(this.shown(fact), given),
      ),
    state: (group) => this.whole.groups.state(this.prefix + group),
    parked: async (group, limit) =>
      (await this.whole.groups.parked(this.prefix + group, limit)).map((parked) => ({
        ...parked,
        fact: this.shown(parked.fact),
      })),
    replayParked: (group) => this.whole.groups.replayParked(this.prefix + group),
  };

  private constructor(
    private readonly whole: EventLog,
    private readonly start: Position | null,
  ) {}

  static async on(whole: EventLog): Promise<PartOfLog> {
    return new PartOfLog(whole, await whole.head());
  }

  async append(stream: string, facts: readonly FactToStore[], expected: ExpectedRevision): Promise<Appended> {
    const appended = await this.whole.append(this.prefix + stream, facts, expected);
    const { position } = appended;
    // Of appends that are under way together, the one that is heard of last need not be the newest.
    if (this.newest === null || this.compare(position, this.newest) > 0) this.newest = position;
    return appended;
  }

  async readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredFact[]> {
    return (await this.whole.readStream(this.prefix + stream, options)).map((fact) => this.shown(fact));
  }

  async readAll(options: ReadAllOptions): Promise<ReadAllPage> {
    const { facts, next, end } = await this.whole.readAll({ ...options, ...this.within(options) });
    return { facts: facts.map((fact) => this.shown(fact)), next, end };
  }

  subscribe(options: SubscribeOptions, handler: BatchHandler): Subscription {
    return this.whole.subscribe({ ...options, ...this.within(options) }, (facts, position) =>
      handler(
        facts.map((fact) => this.shown(fact)),
        position,
      ),
    );
  }

  async head(): Promise<Position | null> {
    return this.newest;
  }

  compare(a: Position, b: Position): number {
    return this.whole.compare(a, b);
  }

  close(): Promise<void> {
    return this.whole.close();
  }

  private within({
    after,
    prefixes = [''],
  }: {
    readonly after?: Position | null;
    readonly prefixes?: readonly string[];
  }) {
    return { after: after ?? this.start, prefixes: prefixes.map((prefix) => this.prefix + prefix) };
  }

  private shown(fact: StoredFact): StoredFact {
    return { ...fact, stream: fact.stream.slice(this.prefix.length) };
  }
}
