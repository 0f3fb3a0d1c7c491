import {
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
  excludeSystemEvents,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import type { BatchHandler, Position, StoredFact, SubscribeOptions, Subscription } from '@linkage/event-sourcing';
import { setTimeout as pause } from 'node:timers/promises';
import { toFact } from './eventstoredb-fact';
import { comparePositions, fromPosition, toPosition } from './eventstoredb-position';

const LONGEST_PAUSE_MS = 5_000;

/**
 * Catches up, then goes on live. The client's subscriptions do not reconnect; this one subscribes again from the last
 * handled position. Facts and checkpoints (the filter advanced although nothing matched) share one queue, which keeps
 * their order.
 */
export class EventStoreDbSubscription implements Subscription {
  readonly done: Promise<void>;
  private stopped = false;
  private source: AllStreamSubscription | undefined;
  private wake: () => void = () => undefined;
  private queue: { fact?: StoredFact; position: Position }[] = [];
  private handled: Position | null;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly options: SubscribeOptions,
    private readonly handler: BatchHandler,
  ) {
    this.handled = options.after;
    this.done = this.run();
    // Prevents an unhandled rejection; `stop()` and `done` still report the error.
    this.done.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.done.catch(() => undefined);
  }

  private async run(): Promise<void> {
    try {
      for (let wait = 50; !this.stopped; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
        const before = this.handled;
        await this.untilLost();
        if (this.handled !== before) wait = 50;
        if (!this.stopped) await Promise.race([pause(wait), this.stopSignal()]);
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

  /** Resolves when the connection is lost or stopped; rejects when the handler did. */
  private async untilLost(): Promise<void> {
    this.queue = [];
    let lost = false;
    const source = this.open();
    this.source = source;
    const lose = (): void => {
      lost = true;
      this.wake();
    };
    source.on('data', (resolved: AllStreamResolvedEvent) => this.take(resolved, source));
    source.on('error', lose);
    source.on('end', lose);
    source.on('close', lose);
    while (!this.stopped && !lost) {
      if (this.queue.length === 0) await this.stopSignal();
      else await this.deliver(source);
    }
    this.source = undefined;
    await source.unsubscribe().catch(() => undefined);
  }

  private open(): AllStreamSubscription {
    const { prefixes } = this.options;
    const checkpointReached = (source: AllStreamSubscription, at: { commit: bigint; prepare: bigint }): void =>
      this.push({ position: toPosition(at) }, source);
    return this.client.subscribeToAll({
      fromPosition: this.handled === null ? START : fromPosition(this.handled),
      filter:
        prefixes && !prefixes.includes('')
          ? streamNameFilter({ prefixes: [...prefixes], checkpointInterval: 1, checkpointReached })
          : excludeSystemEvents({ checkpointInterval: 1, checkpointReached }),
    });
  }

  private take({ event }: AllStreamResolvedEvent, source: AllStreamSubscription): void {
    if (!event) return;
    const fact = toFact(event);
    this.push({ ...(fact && { fact }), position: toPosition(event.position) }, source);
    if (this.queue.length > 4 * this.batchSize) source.pause();
  }

  /** Events of a lost connection come again over the next one; here they would overtake what was lost. */
  private push(item: { fact?: StoredFact; position: Position }, source: AllStreamSubscription): void {
    if (source !== this.source) return;
    this.queue.push(item);
    this.wake();
  }

  private get batchSize(): number {
    return this.options.batchSize ?? 500;
  }

  private async deliver(source: AllStreamSubscription): Promise<void> {
    const items = this.queue.splice(0, this.batchSize);
    if (source.isPaused() && this.queue.length < this.batchSize) source.resume();
    const fresh = items.filter(({ position }) => this.handled === null || comparePositions(position, this.handled) > 0);
    const last = fresh.at(-1);
    if (!last) return;
    await this.handler(
      fresh.flatMap(({ fact }) => fact ?? []),
      last.position,
    );
    this.handled = last.position;
  }
}
