import {
  ReadModels,
  type Fact,
  type FieldValue,
  type Kernel,
  type PageOf,
  type PageRequest,
  type Position,
  type Projection,
} from '@linkage/event-sourcing';
import { figuresStream } from '../refresh/refresh';
import { accountId } from '../refresh/refresh.fixtures';

/** Read models that show nothing of the posts recorded since somebody last waited for them: as late as they may be. */
export class LaggingReadModels extends ReadModels {
  private waitedFor: Position | null = null;

  constructor(private readonly kernel: Pick<Kernel, 'log' | 'readModels'>) {
    super();
  }

  override get<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    key: string,
  ): Promise<Row | undefined> {
    return this.kernel.readModels.get(projection, key);
  }

  override async getMany<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, Row>> {
    const [newest] = await this.kernel.log.readStream(figuresStream(accountId), { backwards: true, limit: 1 });
    return newest === undefined || newest.position === this.waitedFor
      ? this.kernel.readModels.getMany(projection, keys)
      : new Map();
  }

  override page<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    request: PageRequest,
  ): Promise<PageOf<Row>> {
    return this.kernel.readModels.page(projection, request);
  }

  override count<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    where: Readonly<Record<string, FieldValue>>,
  ): Promise<number> {
    return this.kernel.readModels.count(projection, where);
  }

  override async reached<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    position: Position,
    timeoutMs?: number,
  ): Promise<boolean> {
    this.waitedFor = position;
    return this.kernel.readModels.reached(projection, position, timeoutMs);
  }
}
