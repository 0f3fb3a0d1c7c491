import type { Fact, Position, Recorded } from '../fact';
import type { Projection } from '../projection';
import type { BulkBuild, RowChange } from '../read-store.port';
import { keysOf, projected } from '../runtime/fold-batch';

/** Most characters of JSON held in rows; as objects they take about four times as many bytes. */
const MOST_TEXT = 12_000_000;
const ROWS = { first: 10_000, least: 500, most: 100_000 } as const;
const SAMPLED = 64;

type Limits = Readonly<Record<keyof typeof ROWS, number>>;

interface Held<Row> {
  row: Row | undefined;
  position: Position;
  changed: boolean;
}

/** Folds facts in log order, each once, and writes rows in bulk, sorted by key, when there are too many to hold. */
export class FoldedRows<Row extends object, F extends Fact> {
  private readonly held = new Map<string, Held<Row>>();
  private most: number;
  private written = false;

  constructor(
    private readonly projection: Projection<Row, F>,
    private readonly build: Pick<BulkBuild, 'load' | 'write'>,
    private readonly limits: Limits = ROWS,
  ) {
    this.most = limits.first;
  }

  async fold(facts: readonly Recorded<F>[]): Promise<void> {
    const keys = facts.map((fact) => keysOf(this.projection, fact));
    if (this.written) await this.loadAll(keys);
    facts.forEach((fact, index) => {
      for (const key of keys[index] ?? []) this.foldInto(key, fact);
    });
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
    this.most = mostRows(changes, this.limits);
  }

  private async loadAll(keys: readonly (readonly string[])[]): Promise<void> {
    const missing = new Set(keys.flat().filter((key) => !this.held.has(key)));
    for (const [key, { row, position }] of await this.build.load<Row>([...missing]))
      this.held.set(key, { row, position, changed: false });
  }

  private foldInto(key: string, fact: Recorded<F>): void {
    const held = this.held.get(key);
    const row = projected(this.projection, held?.row, fact, key);
    if (held) {
      held.row = row;
      held.position = fact.position;
      held.changed = true;
    } else this.held.set(key, { row, position: fact.position, changed: true });
  }
}

const mostRows = (changes: readonly RowChange[], { first, least, most }: Limits): number => {
  const sizes = changes.filter((_, index) => index % SAMPLED === 0).map(({ row }) => JSON.stringify(row).length);
  const average = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return sizes.length === 0 ? first : Math.max(least, Math.min(most, Math.floor(MOST_TEXT / average)));
};
