import {
  type AppendResult,
  type AppendToStreamOptions,
  BACKWARDS,
  END,
  ErrorType,
  EventStoreDBClient,
  FORWARDS,
  NO_STREAM,
  START,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import {
  type Appended,
  type BatchHandler,
  type EventLog,
  type ExpectedRevision,
  type Extent,
  type FactToStore,
  type Position,
  type ReadAllOptions,
  type ReadAllPage,
  type ReadStreamOptions,
  RevisionConflict,
  type StoredFact,
  type SubscribeOptions,
  type Subscription,
} from '@linkage/event-sourcing';
import { EventStoreDbConsumerGroups } from './eventstoredb-consumer-groups';
import { EventStoreDbSubscription } from './eventstoredb-subscription';
import { isPassing, isType, isUnsent, toLogError } from './eventstoredb.errors';
import { toEvent, toFact } from './eventstoredb-fact';
import { newestFact } from './newest-fact';
import { NewestPosition } from './newest-position';
import { comparePositions, fromPosition, toPosition } from './eventstoredb-position';
import { type Asking, retrying } from './retrying';

/** EventStoreDB 23.10. One client per process; any number of processes. */
export class EventStoreDbEventLog implements EventLog {
  readonly groups: EventStoreDbConsumerGroups;
  private readonly subscriptions = new Set<Subscription>();
  private readonly newest = new NewestPosition(() => this.head());

  private constructor(
    url: string,
    private readonly client: EventStoreDBClient,
  ) {
    this.groups = new EventStoreDbConsumerGroups(url, client, this);
  }

  /** @param url such as `esdb://127.0.0.1:2113?tls=false`. Connects with the first call. */
  static open(url: string): EventStoreDbEventLog {
    return new EventStoreDbEventLog(url, EventStoreDBClient.connectionString(url));
  }

  async append(stream: string, facts: readonly FactToStore[], expected: ExpectedRevision): Promise<Appended> {
    // Decreases when a try has certainly not reached the server; one that is still open when we give up may have.
    let unheard = 0;
    const [events, options] = [facts.map(toEvent), expectation(expected)];
    const send = (): Promise<AppendResult> => {
      unheard += 1;
      return this.client.appendToStream(stream, events, options).catch((error: unknown) => {
        if (isUnsent(error)) unheard -= 1;
        throw error;
      });
    };
    try {
      const result = await retrying(send);
      if (result.position)
        return { position: toPosition(result.position), revision: Number(result.nextExpectedRevision) };
      return await this.lastOf(stream);
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return this.repeated(stream, facts, expected, error);
      throw toLogError(error, unheard > 0 && isPassing(error));
    }
  }

  /** A repeated append finds its own facts in the stream; anything else is a conflict. */
  private async repeated(
    stream: string,
    facts: readonly FactToStore[],
    expected: ExpectedRevision,
    error: WrongExpectedVersionError,
  ): Promise<Appended> {
    const from = typeof expected === 'number' ? expected + 1 : 0;
    const there = await this.readStream(stream, { from, limit: facts.length });
    const last = there.at(-1);
    if (last && there.length === facts.length && there.every(({ id }, index) => id === facts[index]?.id))
      return { position: last.position, revision: last.revision };
    throw new RevisionConflict(
      stream,
      expected,
      typeof error.actualVersion === 'bigint' ? Number(error.actualVersion) : 'no-stream',
    );
  }

  private async lastOf(stream: string): Promise<Appended> {
    const [last] = await this.readStream(stream, { backwards: true, limit: 1 });
    if (!last) throw toLogError(new Error('The stream vanished after an append.'));
    return { position: last.position, revision: last.revision };
  }

  async readStream(
    stream: string,
    { from, backwards = false, limit }: ReadStreamOptions = {},
  ): Promise<readonly StoredFact[]> {
    const ask = async (asking: Asking): Promise<StoredFact[]> => {
      const facts: StoredFact[] = [];
      const events = this.client.readStream(stream, {
        direction: backwards ? BACKWARDS : FORWARDS,
        fromRevision: from === undefined ? (backwards ? END : START) : BigInt(from),
        ...(limit !== undefined && { maxCount: limit }),
      });
      for await (const { event } of asking.read(events)) {
        asking.heard += 1;
        const fact = toFact(event);
        if (fact) facts.push(fact);
      }
      return facts;
    };
    try {
      return await retrying(ask);
    } catch (error) {
      if (isType(error, ErrorType.STREAM_NOT_FOUND)) return [];
      throw toLogError(error);
    }
  }

  /** Filters here: the server filters subscriptions only, not reads. */
  async readAll({ after = null, prefixes, limit }: ReadAllOptions): Promise<ReadAllPage> {
    const ask = async (asking: Asking): Promise<ReadAllPage> => {
      const events = this.client.readAll({
        direction: FORWARDS,
        fromPosition: after === null ? START : fromPosition(after),
        maxCount: after === null ? limit : limit + 1,
      });
      const facts: StoredFact[] = [];
      let [next, seen] = [after, 0];
      for await (const { event } of asking.read(events)) {
        asking.heard += 1;
        if (!event) continue;
        const position = toPosition(event.position);
        if (after !== null && comparePositions(position, after) <= 0) continue;
        seen += 1;
        next = position;
        const fact = toFact(event);
        if (fact && (!prefixes || prefixes.some((prefix) => fact.stream.startsWith(prefix)))) facts.push(fact);
      }
      return { facts, next, end: seen < limit };
    };
    return retrying(ask).catch((error: unknown) => {
      throw toLogError(error);
    });
  }

  subscribe(options: SubscribeOptions, handler: BatchHandler): Subscription {
    const subscription = new EventStoreDbSubscription(this.client, options, handler, this.newest);
    this.subscriptions.add(subscription);
    const forget = (): void => void this.subscriptions.delete(subscription);
    subscription.done.then(forget, forget);
    return subscription;
  }

  async head(): Promise<Position | null> {
    return retrying((asking) => newestFact(this.client, asking)).catch((error: unknown) => {
      throw toLogError(error);
    });
  }

  compare(a: Position, b: Position): number {
    return comparePositions(a, b);
  }

  /** In bytes: the server's positions are offsets in a file. */
  extent(after: Position | null, upTo: Position | null): Extent {
    const [from, to] = [after, upTo].map((position) => (position === null ? 0n : fromPosition(position).commit));
    return { amount: Math.max(0, Number((to ?? 0n) - (from ?? 0n))), unit: 'bytes' };
  }

  async close(): Promise<void> {
    await this.groups.close();
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await this.client.dispose();
  }
}

const expectation = (expected: ExpectedRevision): AppendToStreamOptions =>
  expected === 'any' ? {} : { expectedRevision: expected === 'no-stream' ? NO_STREAM : BigInt(expected) };
