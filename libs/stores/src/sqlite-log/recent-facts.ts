import type { StoredFact } from '@linkage/event-sourcing';
import { type FactRow, toStoredFact } from './fact-row';

/** The newest facts, kept in memory: who follows live reads them here, parsed once for all, and not from the disk. */
export class RecentFacts {
  private rows: FactRow[] = [];
  private readonly parsed = new WeakMap<FactRow, StoredFact>();

  constructor(private readonly most = 4_096) {}

  add(rows: readonly FactRow[]): void {
    for (const row of rows) this.rows.push(row);
    if (this.rows.length > 2 * this.most) this.rows = this.rows.slice(-this.most);
  }

  /** True when every fact after `place` is here. */
  reachesBackTo(place: number): boolean {
    const [oldest] = this.rows;
    return oldest !== undefined && oldest.place <= place + 1;
  }

  /** Up to `limit` rows after `place`. Only right when `reachesBackTo(place)`. */
  after(place: number, limit: number): readonly FactRow[] {
    const [oldest] = this.rows;
    const start = oldest ? place + 1 - oldest.place : 0;
    return this.rows.slice(start, start + limit);
  }

  factOf(row: FactRow): StoredFact {
    const known = this.parsed.get(row);
    if (known) return known;
    const fact = toStoredFact(row);
    this.parsed.set(row, fact);
    return fact;
  }
}
