import type { Fact, Position } from '../fact';
import type { Projection } from '../projection';
import type { FieldValue, PageOf, PageRequest } from '../read-store.port';
import { ReadModels } from '../runtime/read-models';
import { wantedMoment } from './read-as-of';

/** Answers from the past inside `readAsOf`, from the present otherwise. */
export class AnyTimeReadModels extends ReadModels {
  constructor(
    private readonly present: ReadModels,
    private readonly past: ReadModels,
  ) {
    super();
  }

  override get<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    key: string,
  ): Promise<Row | undefined> {
    return this.wanted.get(projection, key);
  }

  override getMany<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, Row>> {
    return this.wanted.getMany(projection, keys);
  }

  override page<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    request: PageRequest,
  ): Promise<PageOf<Row>> {
    return this.wanted.page(projection, request);
  }

  override count<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    where: Readonly<Record<string, FieldValue>>,
  ): Promise<number> {
    return this.wanted.count(projection, where);
  }

  override reached<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    position: Position,
    timeoutMs?: number,
  ): Promise<boolean> {
    return this.wanted.reached(projection, position, timeoutMs);
  }

  private get wanted(): ReadModels {
    return wantedMoment() === null ? this.present : this.past;
  }
}
