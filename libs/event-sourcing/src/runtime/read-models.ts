import type { Fact, Position } from '../fact';
import type { Projection } from '../projection';
import type { FieldValue, PageOf, PageRequest } from '../read-store.port';

/**
 * Read models as query handlers see them. Each call first waits, bounded, for the position of `X-Linkage-Position`
 * (see `@linkage/http`), so that callers read their own writes.
 */
export abstract class ReadModels {
  abstract get<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    key: string,
  ): Promise<Row | undefined>;
  abstract getMany<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, Row>>;
  abstract page<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    request: PageRequest,
  ): Promise<PageOf<Row>>;
  abstract count<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    where: Readonly<Record<string, FieldValue>>,
  ): Promise<number>;
  /** True once the projection has read up to `position`; false after `timeoutMs` (default 2,000). */
  abstract reached<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    position: Position,
    timeoutMs?: number,
  ): Promise<boolean>;
}
