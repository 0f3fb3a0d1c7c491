import type { LiveEvent } from '@linkage/contracts';
import {
  CLOCK,
  Consumers,
  Erasures,
  EVENT_LOG,
  type EventLog,
  type Position,
  type ReadModelChange,
} from '@linkage/event-sourcing';
import { Pictures, type PictureKept } from '@linkage/pictures';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { ServerClock } from '../clock/server-clock';
import { LiveBuffer } from './live-buffer';
import { idsOf, listOf, liveProjections } from './live-lists';

export interface Listener {
  readonly workspaceId: string;
  /** `id` null: not one to come back to. */
  hear(event: LiveEvent, id: string | null): void;
  /** The server goes down; the browser will come back to it or to another one. */
  end(): void;
}

/** What a listener has heard before: everything up to a position, something unknown, or nothing because it is new. */
export type Heard = { readonly upTo: Position | null } | 'unknown' | 'new';

/** The id of a listener that came before the first fact. */
const BEGINNING = 'beginning';
/** A first refresh keeps some dozens of pictures one after the other: browsers look again so often. */
const PICTURES_MS = 1_000;

/**
 * One subscription to the read models' changes, told to every listener. An id is the position up to which everything
 * was told.
 */
@Injectable()
export class LiveFeed implements OnModuleInit {
  private readonly buffer: LiveBuffer;
  private readonly listeners = new Set<Listener>();
  /** They came before this process knew where it stands: what happened meanwhile was not told to them. */
  private readonly early = new Set<Listener>();
  private readonly stops: (() => void)[] = [];
  private ended = false;
  /** Accounts with new pictures, by workspace, that are told together. */
  private pictured = new Map<string, Set<string>>();

  constructor(
    private readonly consumers: Consumers,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(CLOCK) private readonly clock: ServerClock,
    private readonly erasures: Erasures,
    private readonly pictures: Pictures,
  ) {
    this.buffer = new LiveBuffer((a, b) => log.compare(a, b));
  }

  onModuleInit(): void {
    const subscription = this.consumers.changes.subscribe((change) => this.tell(change));
    const erased = this.erasures.readModelsFree.subscribe(() => this.tellAnew());
    const pictures = this.pictures.kept.subscribe((kept) => this.noteKept(kept));
    this.stops.push(
      () => pictures.unsubscribe(),
      () => clearTimeout(this.later),
      () => subscription.unsubscribe(),
      () => erased.unsubscribe(),
      this.clock.onMoved(() => this.tellTime()),
    );
  }

  /** The first step of going down. Later listeners are sent away at once. */
  end(): void {
    this.ended = true;
    for (const stop of this.stops.splice(0)) stop();
    for (const listener of [...this.listeners]) listener.end();
  }

  /** Where a listener stands that has heard everything; null: not known yet. */
  get newestId(): string | null {
    const told = this.consumers.publishedThrough(liveProjections);
    if (told === undefined) return null;
    this.buffer.begin(told);
    return told ?? BEGINNING;
  }

  /** What the id says that a listener comes back with. One that is ahead of the log is of another log. */
  async heard(lastId: string | undefined): Promise<Heard> {
    if (!lastId) return 'new';
    if (lastId === BEGINNING) return { upTo: null };
    const upTo = lastId as Position;
    try {
      const told = this.consumers.publishedThrough(liveProjections);
      const isKnown = (position: Position | null | undefined): boolean =>
        position != null && this.log.compare(upTo, position) <= 0;
      return isKnown(told) || isKnown(await this.log.head()) ? { upTo } : 'unknown';
    } catch {
      return 'unknown';
    }
  }

  /** First what was missed (or `reset`), then everything new. Returns the way to stop. */
  listen(listener: Listener, heard: Heard): () => void {
    if (this.ended) listener.end();
    if (this.newestId === null) this.early.add(listener);
    const missed =
      heard === 'new' ? [] : heard === 'unknown' ? undefined : this.buffer.since(heard.upTo, listener.workspaceId);
    if (missed === undefined) this.reset(listener);
    else for (const { event } of missed) listener.hear(event, this.newestId);
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      this.early.delete(listener);
    };
  }

  /** From time to time: where the listener stands now, although nothing happened. */
  standing(listener: Listener): string | null {
    const id = this.newestId;
    if (id !== null && this.early.delete(listener)) this.reset(listener);
    return id;
  }

  private reset(listener: Listener): void {
    listener.hear({ event: 'reset', data: {} }, this.newestId);
  }

  private tell({ projection, workspaceId, keys, position }: ReadModelChange): void {
    const list = listOf(projection);
    if (list === undefined) return;
    const event: LiveEvent = { event: 'changed', data: { list, ids: idsOf(list, keys) } };
    this.buffer.add({ position, workspaceId, event });
    const id = this.newestId;
    for (const listener of this.listeners) if (listener.workspaceId === workspaceId) listener.hear(event, id);
  }

  private later: ReturnType<typeof setTimeout> | undefined;

  private noteKept({ workspaceId, account }: PictureKept): void {
    this.pictured.set(workspaceId, (this.pictured.get(workspaceId) ?? new Set()).add(account));
    this.later ??= setTimeout(() => this.tellPictures(), PICTURES_MS);
  }

  /** Pictures are no facts and have no position: a browser that was away reads them anew all the same. */
  private tellPictures(): void {
    this.later = undefined;
    const told = this.pictured;
    this.pictured = new Map();
    for (const listener of this.listeners) {
      const ids = told.get(listener.workspaceId);
      if (ids) listener.hear({ event: 'changed', data: { list: 'pictures', ids: [...ids] } }, null);
    }
  }

  /** A person was erased: whatever a browser shows may name that person. */
  private tellAnew(): void {
    this.buffer.expire(this.consumers.publishedThrough(liveProjections) ?? null);
    for (const listener of this.listeners) this.reset(listener);
  }

  private tellTime(): void {
    const data = { now: this.clock.now().toISOString(), movedBy: Math.round(this.clock.movedBy) };
    for (const listener of this.listeners) listener.hear({ event: 'clock', data }, null);
  }
}
