import type { StoredFact } from '../facts/stored-fact';
import type { Fact, Position, Recorded } from '../facts/fact';
import type { FactCodec } from '../facts/fact-codec';
import type { Projection } from '../read-models/projection';
import type { BulkBuild } from '../read-models/generations.port';
import { factsFor } from '../read-models/facts-for';
import { foldInto } from '../read-models/fold-into';
import { FoldedRows } from './folded-rows';

/** One of the read models that are built in one reading of the log. */
export class BuildingReadModel<Row extends object = object, F extends Fact = Fact> {
  facts = 0;
  failed: Error | undefined;
  private readonly rows: FoldedRows;
  private readonly read: (stored: readonly StoredFact[]) => Promise<readonly Recorded<F>[]>;

  /** @param together how many share the memory */
  constructor(
    readonly projection: Projection<Row, F>,
    private readonly into: BulkBuild,
    codec: FactCodec,
    private readonly compare: (a: Position, b: Position) => number,
    together: number,
  ) {
    this.rows = new FoldedRows(into, together);
    this.read = factsFor(codec, projection);
  }

  /** A failure ends this one only. */
  async take(stored: readonly StoredFact[], checkpoint: Position | null): Promise<void> {
    const { streams } = this.projection;
    const mine = stored.filter(({ stream }) => streams.some((prefix) => stream.startsWith(prefix)));
    if (mine.length === 0 || checkpoint === null) return;
    await this.unlessFailed(async () => {
      const facts = await this.read(mine);
      await foldInto(this.rows, this.projection, facts, checkpoint, this.compare);
      this.facts += facts.length;
    });
  }

  async finish(checkpoint: Position | null): Promise<void> {
    await this.unlessFailed(async () => {
      await this.rows.write();
      await this.into.finish(checkpoint);
    });
  }

  /** Also when it is finished. */
  abandon(): Promise<void> {
    return this.into.abandon();
  }

  private async unlessFailed(work: () => Promise<void>): Promise<void> {
    if (this.failed) return;
    try {
      await work();
    } catch (error) {
      this.failed = error instanceof Error ? error : new Error(String(error));
    }
  }
}
