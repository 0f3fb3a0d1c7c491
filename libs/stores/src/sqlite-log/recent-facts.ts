import type { StoredFact } from '@linkage/event-sourcing';
import { type FactRow, toStoredFact } from './fact-row';

/** Not in a WeakMap: the garbage collector scans those in each minor GC. */
class RecentFact {
  private parsed: StoredFact | undefined;

  constructor(readonly row: FactRow) {}

  /** @throws DamagedFact */
  get fact(): StoredFact {
    return (this.parsed ??= toStoredFact(this.row));
  }
}

export class RecentFacts {
  private facts: RecentFact[] = [];

  constructor(private readonly most = 4_096) {}

  add(rows: readonly FactRow[]): void {
    for (const row of rows) this.facts.push(new RecentFact(row));
    if (this.facts.length > 2 * this.most) this.facts = this.facts.slice(-this.most);
  }

  reachesBackTo(place: number): boolean {
    const [oldest] = this.facts;
    return oldest !== undefined && oldest.row.place <= place + 1;
  }

  /** Only right when `reachesBackTo(place)`. */
  after(place: number, limit: number): readonly RecentFact[] {
    const [oldest] = this.facts;
    const start = oldest ? place + 1 - oldest.row.place : 0;
    return this.facts.slice(start, start + limit);
  }
}
