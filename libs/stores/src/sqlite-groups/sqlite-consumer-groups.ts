import type {
  ConsumeOptions,
  ConsumerGroups,
  GroupConsumer,
  GroupHandler,
  GroupState,
  ParkedFact,
} from '@linkage/event-sourcing';
import { toPosition } from '../sqlite-log/sqlite-position';
import { type GroupSource, SqliteGroup } from './sqlite-group';
import { SqliteGroupConsumer } from './sqlite-group-consumer';

/** An outcome is committed before its stream goes on: after `kill -9` only unacknowledged facts come again. */
export class SqliteConsumerGroups implements ConsumerGroups {
  private readonly groups = new Map<string, SqliteGroup>();
  private readonly consumers = new Set<SqliteGroupConsumer>();

  constructor(private readonly source: GroupSource) {}

  consume(options: ConsumeOptions, handler: GroupHandler): GroupConsumer {
    const consumer = new SqliteGroupConsumer(this.group(options.group), options, handler);
    this.consumers.add(consumer);
    const forget = (): void => void this.consumers.delete(consumer);
    consumer.done.then(forget, forget);
    return consumer;
  }

  async state(name: string): Promise<GroupState | undefined> {
    const { table } = this.source;
    const group = this.group(name);
    const place = group.place ?? table.placeOf(name);
    if (place === undefined) return undefined;
    return {
      position: place === 0 ? null : toPosition(place),
      behind: group.busy || place < this.source.head(),
      parked: table.countParked(name),
    };
  }

  async parked(name: string, limit = -1): Promise<readonly ParkedFact[]> {
    return this.source.table.parked(name, limit).flatMap(({ place, reason, at }) => {
      const fact = this.source.factAt(place);
      return fact ? [{ fact, reason: reason ?? '', at: at ?? '' }] : [];
    });
  }

  replayParked(name: string): Promise<number> {
    return this.group(name).replayParked();
  }

  async close(): Promise<void> {
    await Promise.all([...this.consumers].map((consumer) => consumer.stop()));
  }

  private group(name: string): SqliteGroup {
    const group = this.groups.get(name) ?? new SqliteGroup(name, this.source);
    this.groups.set(name, group);
    return group;
  }
}
