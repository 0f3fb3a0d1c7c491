import type { LiveEvent } from '@linkage/contracts';
import { CLOCK, Consumers, type ReadModelChange } from '@linkage/event-sourcing';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import type { ServerClock } from '../clock/server-clock';
import { LiveBuffer } from './live-buffer';
import { idsOf, listOf } from './live-lists';

export interface Listener {
  readonly workspaceId: string;
  /** `id` null: not one to come back to. */
  hear(event: LiveEvent, id: string | null): void;
  /** The server goes down; the browser will come back to it or to another one. */
  end(): void;
}

/** One subscription to the read models' changes, told to everybody who listens. */
@Injectable()
export class LiveFeed implements OnModuleInit, BeforeApplicationShutdown {
  private readonly buffer = new LiveBuffer(`start-${v7()}`);
  private readonly listeners = new Set<Listener>();
  private readonly stops: (() => void)[] = [];

  constructor(private readonly consumers: Consumers, @Inject(CLOCK) private readonly clock: ServerClock) {}

  onModuleInit(): void {
    const subscription = this.consumers.changes.subscribe((change) => this.tell(change));
    this.stops.push(() => subscription.unsubscribe(), this.clock.onMoved(() => this.tellTime()));
  }

  beforeApplicationShutdown(): void {
    for (const stop of this.stops) stop();
    for (const listener of [...this.listeners]) listener.end();
  }

  /** Where the listener stands from now on. */
  get newestId(): string {
    return this.buffer.newestId;
  }

  /** First what was missed since `lastId` (or `reset`), then everything new. Returns the way to stop. */
  listen(listener: Listener, lastId: string | undefined): () => void {
    if (lastId !== undefined) {
      const missed = this.buffer.since(lastId, listener.workspaceId);
      if (missed === undefined) listener.hear({ event: 'reset', data: {} }, this.newestId);
      else for (const { event, id } of missed) listener.hear(event, id);
    }
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell({ projection, workspaceId, keys, position }: ReadModelChange): void {
    const list = listOf(projection);
    if (list === undefined) return;
    const event: LiveEvent = { event: 'changed', data: { list, ids: idsOf(list, keys) } };
    this.buffer.add({ id: position, workspaceId, event });
    for (const listener of this.listeners) if (listener.workspaceId === workspaceId) listener.hear(event, position);
  }

  private tellTime(): void {
    const data = { now: this.clock.now().toISOString(), movedBy: Math.round(this.clock.movedBy) };
    for (const listener of this.listeners) listener.hear({ event: 'clock', data }, null);
  }
}
