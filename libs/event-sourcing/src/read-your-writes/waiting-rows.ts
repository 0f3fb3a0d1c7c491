import { setImmediate as nextTurn } from 'node:timers/promises';
import { type EventLog, LogUnavailable } from '../log/event-log.port';
import type { Fact, Position } from '../facts/fact';
import type { Projection } from '../read-models/projection';
import type { Rows } from '../read-models/read-store.port';
import type { Asked, RowSource } from '../read-models/row-source';
import { wantedReading } from './wanted-position';

export class WaitingRows implements RowSource {
  constructor(
    private readonly log: EventLog,
    private readonly present: RowSource,
  ) {}

  async use<Row extends object, F extends Fact, T>(
    projection: Projection<Row, F>,
    asked: Asked,
    work: (rows: Rows) => Promise<T>,
  ): Promise<T> {
    await this.wanted(projection);
    return this.present.use(projection, asked, work);
  }

  reached<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    position: Position,
    timeoutMs?: number,
  ): Promise<boolean> {
    return this.present.reached(projection, position, timeoutMs);
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
