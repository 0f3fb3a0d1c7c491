import type { Fact, Position } from '../fact';
import type { Projection } from '../projection';
import type { FieldValue, PageOf, PageRequest } from '../read-store.port';

/**
 * Read models as query handlers see them. Each call first waits, bounded, until the projection has reached the position
 * that the request asked for (`X-Linkage-Position`, see `@linkage/http`), so that who wrote also reads it.
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
  /** Resolves when the projection has read up to `position`, or after `timeoutMs` (default 2,000); says which. */
  abstract reached<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    position: Position,
    timeoutMs?: number,
  ): Promise<boolean>;
}
