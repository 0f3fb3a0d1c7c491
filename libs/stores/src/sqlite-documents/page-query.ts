import type { FoundRows, RowsQuery } from '@linkage/event-sourcing';
import { all, any, condition, type Condition } from './condition';
import type { GenerationTables } from './generation-tables';
import { keysetRanges } from './keyset-ranges';
import { fewMatches } from './few-matches';
import { type Found, type Order, SortedRows } from './sorted-rows';
import { filtersOf } from './filters';
import { scopeCode } from './search-index';

export class PageQuery {
  private readonly order: Order;
  private readonly sorted: SortedRows;

  constructor(
    private readonly tables: GenerationTables,
    private readonly query: RowsQuery,
  ) {
    const { where, narrowedBy, sort, keyDirection } = query;
    const columnOf = (field: string): string => tables.columnOf(field);
    const steps = sort.map(({ field, direction }) => ({ field, column: columnOf(field), direction }));
    this.order = { steps, keyDirection };
    this.sorted = new SortedRows(tables, filtersOf(where, narrowedBy, columnOf), this.order);
  }

  rows<Row extends object>(): FoundRows<Row> {
    const { limit } = this.query;
    const found = this.read(limit + 1);
    return {
      rows: found.slice(0, limit).map(([doc, key]) => ({ key, row: JSON.parse(doc) as Row })),
      more: found.length > limit,
    };
  }

  private read(limit: number): Found[] {
    const { start, words } = this.query;
    const rungs = start ? keysetRanges(start, this.order.steps, this.order.keyDirection) : [[]];
    if (words === null) return this.climb(rungs, [], limit);
    return words.length > 0 ? this.searched(words, rungs, limit) : [];
  }

  private climb(rungs: readonly (readonly Condition[])[], also: readonly Condition[], limit: number): Found[] {
    const found: Found[] = [];
    for (const rung of rungs) {
      if (found.length >= limit) break;
      found.push(...this.sorted.first(limit - found.length, [...rung, ...also]));
    }
    return found;
  }

  /** Few matches: sort them all. Many: walk the sorted list, since the next match is near. */
  private searched(words: readonly string[], rungs: readonly (readonly Condition[])[], limit: number): Found[] {
    const seen = words.map((word) => condition('instr(words, ?)', ` ${word}`));
    const code = this.scopeCode();
    const ids = code === undefined ? undefined : fewMatches(this.tables, words, code, this.tables.fewRows(limit));
    return ids
      ? this.sorted.firstAmong(ids, limit, [...seen, any(rungs.map((rung) => all(rung)))])
      : this.climb(rungs, seen, limit);
  }

  /** Undefined when the index cannot be asked: it knows words only together with their scope. */
  private scopeCode(): string | undefined {
    const { search, scope } = this.tables;
    if (search === undefined) return undefined;
    if (scope === undefined) return '';
    const wanted = this.query.where.find(({ field }) => field === scope);
    return wanted?.is === 'equal' && typeof wanted.value === 'string' ? scopeCode(wanted.value) : undefined;
  }
}
