import {
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
  excludeSystemEvents,
  type Position as ServerPosition,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import {
  Backoff,
  type BatchHandler,
  type Position,
  type StoredFact,
  type SubscribeOptions,
  type Subscription,
} from '@linkage/event-sourcing';
import { isPassing, toLogError } from './eventstoredb.errors';
import { toFact } from './eventstoredb-fact';
import { comparePositions, fromPosition, toPosition } from './eventstoredb-position';
import type { NewestPosition } from './newest-position';

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [50, 5_000];
const MOST_VAIN_TRIES = 5;

/** Resubscribes from the last handled position. Facts and checkpoints share one queue, which keeps their order. */
export class EventStoreDbSubscription implements Subscription {
  readonly done: Promise<void>;
  readonly opened: Promise<void>;
  private open: () => void = () => undefined;
  private vainTries = 0;
  private readonly stopping = new AbortController();
  private source: AllStreamSubscription | undefined;
  private wake: () => void = () => undefined;
  private queue: { fact?: StoredFact; position: Position }[] = [];
  private emptied: () => void = () => undefined;
  private handled: Position | null;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly options: SubscribeOptions,
    private readonly handler: BatchHandler,
    private readonly newest: NewestPosition,
  ) {
    this.handled = options.after;
    this.opened = new Promise((resolve) => {
      this.open = resolve;
    });
    this.done = this.run();
    // Prevents an unhandled rejection; `stop()` and `done` still report the error.
    this.done.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.done.catch(() => undefined);
  }

  private async run(): Promise<void> {
    try {
      const backoff = new Backoff(FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
      while (!this.stopped) {
        const before = this.handled;
        await this.untilLost();
        if (this.handled !== before) backoff.reset();
        await backoff.wait(this.stopping.signal);
      }
    } finally {
      await this.source?.unsubscribe().catch(() => undefined);
    }
  }

  private stopSignal(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  private async untilLost(): Promise<void> {
    this.queue = [];
    this.vainTries += 1;
    let lost = false;
    let failure: { readonly error: unknown } | undefined;
    const source = this.request();
    this.source = source;
    const lose = (): void => {
      lost = true;
      this.wake();
    };
    source.on('confirmation', () => {
      this.vainTries = 0;
      this.open();
    });
    source.on('data', (resolved: AllStreamResolvedEvent) => this.take(resolved, source));
    source.on('error', (error: unknown) => {
      failure ??= { error };
      lose();
    });
    source.on('end', lose);
    source.on('close', lose);
    while (!this.stopped && !lost) {
      if (this.queue.length === 0) await this.stopSignal();
      else await this.deliver(source);
    }
    this.source = undefined;
    await source.unsubscribe().catch(() => undefined);
    if (failure && !this.stopped && (this.vainTries >= MOST_VAIN_TRIES || !isPassing(failure.error)))
      throw toLogError(failure.error);
  }

  private request(): AllStreamSubscription {
    const { prefixes } = this.options;
    const checkpointReached = async (source: AllStreamSubscription, at: ServerPosition): Promise<void> => {
      await this.allBefore(source);
      this.push({ position: toPosition(at) }, source);
    };
    return this.client.subscribeToAll({
      fromPosition: this.handled === null ? START : fromPosition(this.handled),
      filter:
        prefixes && !prefixes.includes('')
          ? streamNameFilter({ prefixes: [...prefixes], checkpointInterval: 1, checkpointReached })
          : excludeSystemEvents({ checkpointInterval: 1, checkpointReached }),
    });
  }

  /** The client tells a checkpoint at once, also while events before it are still held back in its stream. */
  private async allBefore(source: AllStreamSubscription): Promise<void> {
    if (source.readableLength > 0) await new Promise<void>((resolve) => (this.emptied = resolve));
  }

  private take(resolved: AllStreamResolvedEvent, source: AllStreamSubscription): void {
    this.takeEvent(resolved, source);
    if (source === this.source && source.readableLength === 0) this.emptied();
  }

  private takeEvent({ event }: AllStreamResolvedEvent, source: AllStreamSubscription): void {
    if (!event) return;
    const [fact, position] = [toFact(event), toPosition(event.position)];
    if (fact) this.newest.seen(position);
    this.push({ ...(fact && { fact }), position }, source);
    if (this.queue.length > 4 * this.batchSize) source.pause();
  }

  /** Events of a lost connection come again over the next one; here they would overtake what was lost. */
  private push(item: { fact?: StoredFact; position: Position }, source: AllStreamSubscription): void {
    if (source !== this.source) return;
    this.queue.push(item);
    this.wake();
  }

  private get stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private get batchSize(): number {
    return this.options.batchSize ?? 500;
  }

  private async deliver(source: AllStreamSubscription): Promise<void> {
    const items = this.queue.splice(0, this.batchSize);
    if (source.isPaused() && this.queue.length < this.batchSize) source.resume();
    const fresh = items.filter(({ position }) => this.handled === null || comparePositions(position, this.handled) > 0);
    const facts = fresh.flatMap(({ fact }) => fact ?? []);
    const position = await this.reachable(fresh);
    if (position === null || (this.handled !== null && comparePositions(position, this.handled) <= 0)) return;
    await this.handler(facts, position);
    this.handled = position;
  }

  /** A later checkpoint tells what the log could not be asked for now. */
  private async reachable(items: readonly { fact?: StoredFact; position: Position }[]): Promise<Position | null> {
    const [last, lastFact] = [items.at(-1), items.findLast(({ fact }) => fact)?.fact];
    if (!last || last.fact) return last?.position ?? null;
    return (await this.newest.within(last.position).catch(() => null)) ?? lastFact?.position ?? null;
  }
}
