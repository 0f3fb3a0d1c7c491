import {
  type AllStreamResolvedEvent,
  ErrorType,
  EventStoreDBClient,
  PARK,
  type PersistentSubscriptionToAll,
} from '@eventstore/db-client';
import {
  Backoff,
  type ConsumeOptions,
  type EventLog,
  type GroupConsumer,
  type GroupHandler,
  newId,
  type Position,
  type StoredFact,
} from '@linkage/event-sourcing';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { GroupWork } from '../groups/group-work';
import { isPassing, isType, toLogError } from './eventstoredb.errors';
import { toFact } from './eventstoredb-fact';
import { ensureGroup, inFlightOf, named, renewGroup } from './eventstoredb-group';
import { comparePositions } from './eventstoredb-position';
import { leftOutFact } from './left-out-fact';

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [50, 5_000];
const MOST_HELD = 1_000;
const LAST_WORD_MS = 2_000;
/** A server notices within 20 s that a connection is dead. */
const NOTICED_MS = 60_000;

/** Joins again when the connection is lost; facts handled meanwhile are acknowledged without a second run. */
export class EventStoreDbGroupConsumer implements GroupConsumer {
  readonly done: Promise<void>;
  private readonly work: GroupWork;
  private readonly stopping = new AbortController();
  private failure: { readonly error: unknown } | undefined;
  private handedBack = new AbortController();
  /** Its own connection, so that the server can count the facts this consumer has in flight. */
  private readonly name = `linkage-${newId()}`;
  private readonly client: EventStoreDBClient;
  private unanswered = 0;
  /** The server does not know that the group has not had it: it is kept here until it is done. */
  private leftOut: StoredFact | undefined;

  constructor(
    url: string,
    private readonly options: ConsumeOptions,
    handler: GroupHandler,
    private readonly log: Pick<EventLog, 'head' | 'readAll'>,
  ) {
    this.client = EventStoreDBClient.connectionString(named(url, this.name));
    this.work = new GroupWork(options, handler, (error) => this.fail(error));
    this.done = this.run();
    // Prevents an unhandled rejection; `stop()` and `done` still report the error.
    this.done.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.done.catch(() => undefined);
  }

  private fail(error: unknown): void {
    this.failure ??= { error };
    this.stopping.abort();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const backoff = new Backoff(FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
    while (!signal.aborted) {
      if ((await this.untilLost()) > 0) backoff.reset();
      await backoff.wait(signal);
    }
    await this.client.dispose();
    if (this.failure) throw toLogError(this.failure.error);
  }

  private async untilLost(): Promise<number> {
    let [got, source]: [number, PersistentSubscriptionToAll | undefined] = [0, undefined];
    let confirmed: Promise<unknown> | undefined;
    this.unanswered = 0;
    this.handedBack = new AbortController();
    const { signal } = this.handedBack;
    const lost = new Promise<void>((resolve) =>
      this.stopping.signal.addEventListener('abort', () => resolve(), { once: true }),
    );
    try {
      const start = await Promise.race([ensureGroup(this.client, this.options, () => this.log.head()), lost]);
      if (start === undefined || this.stopping.signal.aborted) return got;
      this.leftOut ??= await leftOutFact(this.client, this.options, this.log, this.stopping.signal);
      source = this.client.subscribeToPersistentSubscriptionToAll(this.options.group, { bufferSize: MOST_HELD });
      const ended = this.endOf(source);
      confirmed = Promise.race([once(source, 'confirmation'), ended]).catch(() => undefined);
      void confirmed.then(() => this.withoutGhosts(signal));
      source.on('data', (resolved: AllStreamResolvedEvent) => {
        got += 1;
        this.take(resolved, source as PersistentSubscriptionToAll, start);
      });
      if (this.leftOut) this.takeLeftOut(this.leftOut, signal);
      await Promise.race([ended, lost]);
    } catch (error) {
      if (!isPassing(error) && !isDropped(error)) this.fail(error);
    }
    this.handedBack.abort();
    if (this.stopping.signal.aborted) {
      // Else it could leave a ghost.
      await Promise.race([confirmed, pause(LAST_WORD_MS, undefined, { ref: false })]);
      await this.lastWord();
    }
    await source?.unsubscribe().catch(() => undefined);
    return got;
  }

  /**
   * A connection that is lost before the server has confirmed it stays in the group for ever, and keeps the streams
   * that the server gives to it.
   */
  private async withoutGhosts(lost: AbortSignal): Promise<void> {
    const backoff = new Backoff(NOTICED_MS);
    const checked = async (): Promise<boolean> => {
      if ((await this.inFlight()).length > 1) await renewGroup(this.client, this.options.group);
      return true;
    };
    do await backoff.wait(lost);
    while (!lost.aborted && !(await checked().catch(() => false)));
  }

  private inFlight(): Promise<readonly number[]> {
    return inFlightOf(this.client, this.options.group, this.name, LAST_WORD_MS);
  }

  /** Answers in flight would be lost with the connection, and their facts handled again. */
  private async lastWord(): Promise<void> {
    await this.work.ended();
    const until = performance.now() + LAST_WORD_MS;
    const heard = async (): Promise<boolean> =>
      (await this.inFlight()).reduce((sum, count) => sum + count, 0) <= this.unanswered;
    while (performance.now() < until && !(await heard().catch(() => true))) await pause(10);
  }

  private endOf(source: PersistentSubscriptionToAll): Promise<void> {
    return new Promise((resolve, reject) => {
      source.on('error', reject);
      source.on('end', resolve);
      source.on('close', resolve);
    });
  }

  private takeLeftOut(fact: StoredFact, handedBack: AbortSignal): void {
    const done = (): void => void (this.leftOut = undefined);
    const { id } = fact;
    const acknowledge = (): Promise<void> => Promise.resolve().then(done);
    // The server parks only what it has given out.
    const park = (reason: string): Promise<void> => {
      done();
      return Promise.reject(new Error(`The fact ${id} of ${fact.stream} cannot be parked: ${reason}`));
    };
    this.work.take({ id, fact, replayed: false, acknowledge, park }, handedBack);
  }

  private take(resolved: AllStreamResolvedEvent, source: PersistentSubscriptionToAll, start: Position | null): void {
    const fact = toFact(resolved.event);
    const id = resolved.link?.id ?? resolved.event?.id;
    const { signal } = this.handedBack;
    this.unanswered += 1;
    // An unanswered fact is redelivered, to this consumer or another.
    const answer = async (send: () => Promise<void>): Promise<void> => {
      await send().catch(() => undefined);
      if (signal === this.handedBack.signal) this.unanswered -= 1;
    };
    const acknowledge = (): Promise<void> => answer(() => source.ack(resolved));
    const replayed = resolved.link !== undefined;
    if (!fact || id === undefined || (!replayed && start !== null && comparePositions(fact.position, start) <= 0))
      void acknowledge();
    else
      this.work.take(
        { id, fact, replayed, acknowledge, park: (reason) => answer(() => source.nack(PARK, reason, resolved)) },
        signal,
      );
  }
}

/** The server ended the subscription: it is stopping, or the group was deleted. */
const isDropped = (error: unknown): boolean =>
  isType(error, ErrorType.PERSISTENT_SUBSCRIPTION_DROPPED) ||
  isType(error, ErrorType.PERSISTENT_SUBSCRIPTION_DOES_NOT_EXIST);
