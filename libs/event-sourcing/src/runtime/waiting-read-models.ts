import { setImmediate as nextTurn } from 'node:timers/promises';
import { type EventLog, LogUnavailable } from '../event-log.port';
import type { Fact, Position } from '../fact';
import type { Projection } from '../projection';
import type { FieldValue, PageOf, PageRequest, ReadStore } from '../read-store.port';
import type { LogConsumers } from './log-consumers';
import { ReadModels } from './read-models';
import { wantedReading } from './wanted-position';

const PATIENCE_MS = 2_000;

export class WaitingReadModels extends ReadModels {
  constructor(
    private readonly log: EventLog,
    private readonly store: ReadStore,
    private readonly consumers: LogConsumers,
  ) {
    super();
  }

  override async get<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    key: string,
  ): Promise<Row | undefined> {
    await this.wanted(projection);
    return this.store.get(projection.collection, key);
  }

  override async getMany<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, Row>> {
    await this.wanted(projection);
    return this.store.getMany(projection.collection, keys);
  }

  override async page<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    request: PageRequest,
  ): Promise<PageOf<Row>> {
    await this.wanted(projection);
    return this.store.page(projection.collection, request);
  }

  override async count<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    where: Readonly<Record<string, FieldValue>>,
  ): Promise<number> {
    await this.wanted(projection);
    return this.store.count(projection.collection, where);
  }

  override reached<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    position: Position,
    timeoutMs = PATIENCE_MS,
  ): Promise<boolean> {
    return this.consumers.reached(projection, position, timeoutMs);
  }

  private async wanted<Row extends object, F extends Fact>(projection: Projection<Row, F>): Promise<void> {
    const reading = wantedReading();
    if (reading === null || reading.leftMs === 0 || !this.isPosition(reading.position)) return;
    const reached = this.reached(projection, reading.position, reading.leftMs);
    const soon = await Promise.race([reached, nextTurn(undefined)]);
    if (soon === undefined && (await reading.isInLog(() => this.isInLog(reading.position)))) await reached;
  }

  /** A log that cannot be asked now may have it. */
  private async isInLog(position: Position): Promise<boolean> {
    try {
      if (this.log.hasReached) return await this.log.hasReached(position);
      const head = await this.log.head();
      return head !== null && this.log.compare(head, position) >= 0;
    } catch (error) {
      if (error instanceof LogUnavailable) return true;
      throw error;
    }
  }

  /** The position comes from a request header; an invalid one is not waited for. */
  private isPosition(position: Position): boolean {
    try {
      return this.log.compare(position, position) === 0;
    } catch {
      return false;
    }
  }
}
