import type { BulkBuild } from '../read-models/generations.port';
import type { LoadedRow, RowChange } from '../read-models/row-change';
import type { Position } from '../facts/fact';
import type { FoldTarget } from '../read-models/fold-into';

/** Characters of JSON; as objects they take about four times as many bytes. */
const MOST_TEXT = 12_000_000;
const ROWS = { first: 10_000, least: 500, most: 100_000 } as const;
const SAMPLED = 64;

type Limits = Readonly<Record<keyof typeof ROWS, number>>;

interface Held {
  readonly row: object | undefined;
  readonly position: Position;
  readonly changed: boolean;
}

/** Rows stay in memory between batches, and are written when they take too much of it. */
export class FoldedRows implements FoldTarget {
  private readonly held = new Map<string, Held>();
  private most: number;
  private written = false;

  /** @param together how many such share the memory */
  constructor(
    private readonly build: Pick<BulkBuild, 'load' | 'write'>,
    private readonly together = 1,
    private readonly limits: Limits = ROWS,
  ) {
    this.most = Math.max(limits.least, Math.floor(limits.first / together));
  }

  async load<Row extends object>(keys: readonly string[]): Promise<ReadonlyMap<string, LoadedRow<Row>>> {
    if (this.written) await this.hold(keys.filter((key) => !this.held.has(key)));
    const loaded = new Map<string, LoadedRow<Row>>();
    for (const key of keys) {
      const held = this.held.get(key);
      if (held?.row) loaded.set(key, { row: held.row as Row, position: held.position });
    }
    return loaded;
  }

  async save(changes: readonly RowChange[]): Promise<void> {
    for (const { key, row, position } of changes)
      this.held.set(key, { row: row ?? undefined, position, changed: true });
    if (this.held.size > this.most) await this.write();
  }

  async write(): Promise<void> {
    const changes: RowChange[] = [];
    for (const [key, { row, position, changed }] of this.held)
      if (changed) changes.push({ key, row: row ?? null, position });
    changes.sort((a, b) => (a.key < b.key ? -1 : 1));
    await this.build.write(changes);
    this.held.clear();
    this.written = true;
    this.most = mostRows(changes, this.limits, this.together);
  }

  private async hold(keys: readonly string[]): Promise<void> {
    for (const [key, { row, position }] of await this.build.load(keys))
      this.held.set(key, { row, position, changed: false });
  }
}

const mostRows = (changes: readonly RowChange[], { first, least, most }: Limits, together: number): number => {
  const sizes = changes.filter((_, index) => index % SAMPLED === 0).map(({ row }) => JSON.stringify(row).length);
  const average = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  const fitting = sizes.length === 0 ? first : Math.min(most, MOST_TEXT / average);
  return Math.max(least, Math.floor(fitting / together));
};
