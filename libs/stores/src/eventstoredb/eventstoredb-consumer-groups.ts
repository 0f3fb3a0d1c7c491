import {
  BACKWARDS,
  END,
  ErrorType,
  type EventStoreDBClient,
  FORWARDS,
  type ReadStreamOptions,
  type ResolvedEvent,
  START,
} from '@eventstore/db-client';
import type {
  ConsumeOptions,
  ConsumerGroups,
  EventLog,
  GroupConsumer,
  GroupHandler,
  GroupState,
  ParkedFact,
} from '@linkage/event-sourcing';
import { EventStoreDbGroupConsumer } from './eventstoredb-group-consumer';
import { isType, toLogError } from './eventstoredb.errors';
import { toFact } from './eventstoredb-fact';
import { groupInfo, parkedStreamOf } from './eventstoredb-group';
import { toPosition } from './eventstoredb-position';
import { type Asking, retrying } from './retrying';

/**
 * Persistent subscriptions. If the server dies, last acknowledged facts come again; dead consumers show within 20 s.
 */
export class EventStoreDbConsumerGroups implements ConsumerGroups {
  private readonly consumers = new Set<GroupConsumer>();

  constructor(
    private readonly url: string,
    private readonly client: EventStoreDBClient,
    private readonly log: Pick<EventLog, 'head' | 'readAll'>,
  ) {}

  consume(options: ConsumeOptions, handler: GroupHandler): GroupConsumer {
    const consumer = new EventStoreDbGroupConsumer(this.url, options, handler, this.log);
    this.consumers.add(consumer);
    const forget = (): void => void this.consumers.delete(consumer);
    consumer.done.then(forget, forget);
    return consumer;
  }

  async state(group: string): Promise<GroupState | undefined> {
    return this.calling(async (asking) => {
      const info = await groupInfo(this.client, group);
      if (!info) return undefined;
      const {
        settings: { startFrom },
        stats,
        status,
      } = info;
      const place = stats.lastCheckpointedEventPosition ?? (typeof startFrom === 'string' ? undefined : startFrom);
      const waiting = stats.outstandingMessagesCount + stats.readBufferCount + stats.retryBufferCount;
      return {
        position: place ? toPosition(place) : null,
        behind: waiting > 0 || !status.includes('Live'),
        parked: await this.countParked(group, asking),
      };
    });
  }

  parked(group: string, limit?: number): Promise<readonly ParkedFact[]> {
    return this.calling(async (asking) => {
      const links = await this.readParked(group, asking, {
        direction: FORWARDS,
        fromRevision: START,
        resolveLinkTos: true,
        ...(limit !== undefined && { maxCount: limit }),
      });
      return links.flatMap(({ event, link }) => {
        const fact = toFact(event);
        return fact && link ? [{ fact, reason: reasonOf(link.metadata), at: link.created.toISOString() }] : [];
      });
    });
  }

  replayParked(group: string): Promise<number> {
    return this.calling(async (asking) => {
      const parked = await this.countParked(group, asking);
      if (parked > 0) await this.client.replayParkedMessagesToAll(group);
      return parked;
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.consumers].map((consumer) => consumer.stop()));
  }

  /** The server's own count is wrong between its start and the first checkpoint. */
  private async countParked(group: string, asking: Asking): Promise<number> {
    const [last] = await this.readParked(group, asking, { direction: BACKWARDS, fromRevision: END, maxCount: 1 });
    const [first] = last
      ? await this.readParked(group, asking, { direction: FORWARDS, fromRevision: START, maxCount: 1 })
      : [];
    return last?.event && first?.event ? Number(last.event.revision - first.event.revision) + 1 : 0;
  }

  private async readParked(
    group: string,
    asking: Asking,
    options: ReadStreamOptions,
  ): Promise<readonly ResolvedEvent[]> {
    const links: ResolvedEvent[] = [];
    try {
      for await (const resolved of asking.read(this.client.readStream(parkedStreamOf(group), options)))
        links.push(resolved);
    } catch (error) {
      if (!isType(error, ErrorType.STREAM_NOT_FOUND)) throw error;
    }
    return links;
  }

  private async calling<T>(call: (asking: Asking) => Promise<T>): Promise<T> {
    return retrying(call).catch((error: unknown) => {
      throw toLogError(error);
    });
  }
}

/** The server puts a sentence of its own before the consumer's reason. */
const reasonOf = (metadata: unknown): string => {
  const reason = (metadata as { reason?: unknown } | undefined)?.reason;
  return typeof reason === 'string' ? reason.replace(/^Client explicitly NAK'ed message\.\n/, '') : '';
};
