import type { FieldValue, PageOf, PageRequest } from '@linkage/event-sourcing';
import { all, any, condition, type Condition } from './condition';
import { decodeCursor, encodeCursor, type Cursor } from './cursor';
import type { GenerationTables } from './generation-tables';
import { keysetRanges } from './keyset-ranges';
import { fewMatches } from './few-matches';
import { type Found, type Order, SortedRows } from './sorted-rows';
import { filtersOf } from './filters';
import { scopeWord, soughtWords } from './words';

const opposite = { asc: 'desc', desc: 'asc' } as const;

export class PageQuery {
  private readonly cursor: Cursor | undefined;
  private readonly order: Order;
  private readonly sorted: SortedRows;

  constructor(
    private readonly tables: GenerationTables,
    private readonly request: PageRequest,
  ) {
    const { sort, cursor, limit, where } = request;
    if (!Number.isInteger(limit) || limit < 1 || limit > 200) throw new RangeError('A page has 1 to 200 rows.');
    this.cursor = cursor === undefined ? undefined : decodeCursor(cursor, sort.length);
    const turned = (direction: 'asc' | 'desc') => (this.cursor?.backwards ? opposite[direction] : direction);
    const steps = sort.map(({ field, direction }) => ({
      field,
      column: tables.columnOf(field),
      direction: turned(direction),
    }));
    this.order = { steps, keyDirection: steps.at(-1)?.direction ?? turned('asc') };
    this.sorted = new SortedRows(
      tables,
      filtersOf(where, (field) => tables.columnOf(field)),
      this.order,
    );
  }

  page<Row>(): PageOf<Row> {
    const { limit } = this.request;
    const found = this.read(limit + 1);
    const more = found.length > limit;
    const rows = found.slice(0, limit);
    if (this.cursor?.backwards) rows.reverse();
    const [forwards, backwards] = this.cursor?.backwards ? [true, more] : [more, this.cursor !== undefined];
    return {
      rows: rows.map(([doc]) => JSON.parse(doc) as Row),
      next: forwards ? this.cursorAt(rows.at(-1), false) : null,
      previous: backwards ? this.cursorAt(rows[0], true) : null,
    };
  }

  /** A page that has become empty still leads back to its starting row, inclusive. */
  private cursorAt(row: Found | undefined, backwards: boolean): string | null {
    if (row) return encodeCursor({ backwards, key: row[1], values: row.slice(2) as FieldValue[], inclusive: false });
    return this.cursor ? encodeCursor({ ...this.cursor, backwards, inclusive: true }) : null;
  }

  private read(limit: number): Found[] {
    const rungs = this.cursor ? keysetRanges(this.cursor, this.order.steps, this.order.keyDirection) : [[]];
    const search = this.request.search?.trim() ?? '';
    if (search === '') return this.climb(rungs, [], limit);
    const words = soughtWords(search);
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

  /**
   * Few matches: sort them all. Many: walk the sorted list and check each row's words, since the next match is near.
   * In between, both cost about the square root of the number of rows.
   */
  private searched(words: readonly string[], rungs: readonly (readonly Condition[])[], limit: number): Found[] {
    const seen = words.map((word) => condition('instr(words, ?)', ` ${word}`));
    const ids = this.tables.search && fewMatches(this.tables, words, this.scope(), this.tables.fewRows(limit));
    return ids
      ? this.sorted.firstAmong(ids, limit, [...seen, any(rungs.map((rung) => all(rung)))])
      : this.climb(rungs, seen, limit);
  }

  private scope(): string | undefined {
    const field = this.tables.scope;
    const value = field === undefined ? undefined : this.request.where[field];
    return typeof value === 'string' ? scopeWord(value) : undefined;
  }
}
