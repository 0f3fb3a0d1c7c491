import { ReadModels, type Fact, type Kernel, type Position, type Projection } from '@linkage/event-sourcing';
import { figuresStream } from '../refresh/refresh';
import { accountId } from '../refresh/refresh.fixtures';

/** Read models that show nothing of the posts recorded since they were last waited for: as late as they may be. */
export class LaggingReadModels extends ReadModels {
  private waitedFor: Position | null = null;

  constructor(private readonly kernel: Pick<Kernel, 'log' | 'readModels'>) {
    super(kernel.readModels);
  }

  override async getMany<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, Row>> {
    const [newest] = await this.kernel.log.readStream(figuresStream(accountId), { backwards: true, limit: 1 });
    return newest === undefined || newest.position === this.waitedFor ? super.getMany(projection, keys) : new Map();
  }

  override async reached<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    position: Position,
    timeoutMs?: number,
  ): Promise<boolean> {
    this.waitedFor = position;
    return super.reached(projection, position, timeoutMs);
  }
}
