import type { FieldValue, PageOf, PageRequest } from '@linkage/event-sourcing';
import { all, any, condition, type Condition } from './condition';
import { decodeCursor, encodeCursor, type Cursor } from './cursor';
import type { GenerationTables } from './generation-tables';
import { rungsAfter, type SortStep } from './ladder';
import { fewMatches } from './matches';
import { type Filter, filtersOf } from './where';
import { scopeWord, wordsOf } from './words';

/** One row of a page: its text, its key and its sort values. */
type Found = [doc: string, key: string, ...values: FieldValue[]];

const opposite = { asc: 'desc', desc: 'asc' } as const;

/** Reads one page of one generation. */
export class PageQuery {
  private readonly cursor: Cursor | undefined;
  private readonly steps: readonly SortStep[];
  private readonly keyDirection: 'asc' | 'desc';
  private readonly filters: readonly Filter[];

  constructor(private readonly tables: GenerationTables, private readonly request: PageRequest) {
    const { sort, cursor, limit } = request;
    if (!Number.isInteger(limit) || limit < 1 || limit > 200) throw new RangeError('A page has 1 to 200 rows.');
    this.cursor = cursor === undefined ? undefined : decodeCursor(cursor, sort.length);
    const turned = <D extends 'asc' | 'desc'>(direction: D) => (this.cursor?.backwards ? opposite[direction] : direction);
    this.steps = sort.map(({ field, direction }) => ({ column: tables.columnOf(field), direction: turned(direction) }));
    this.keyDirection = this.steps.at(-1)?.direction ?? turned('asc');
    this.filters = filtersOf(request.where, (field) => tables.columnOf(field));
  }

  page<Row>(): PageOf<Row> {
    const { limit } = this.request;
    const found = this.filters.length === 0 ? [] : this.read(limit + 1);
    const more = found.length > limit;
    const rows = found.slice(0, limit);
    if (this.cursor?.backwards) rows.reverse();
    const [first, last] = [rows[0], rows.at(-1)];
    const [forwards, backwards] = this.cursor?.backwards ? [true, more] : [more, this.cursor !== undefined];
    return {
      rows: rows.map(([doc]) => JSON.parse(doc) as Row),
      next: forwards ? this.from(last, false) : null,
      previous: backwards ? this.from(first, true) : null,
    };
  }

  /** A page that has become empty still leads back to where it was asked from, that place included. */
  private from(row: Found | undefined, backwards: boolean): string | null {
    if (row) return encodeCursor({ backwards, key: row[1], values: row.slice(2) as FieldValue[], inclusive: false });
    return this.cursor ? encodeCursor({ ...this.cursor, backwards, inclusive: true }) : null;
  }

  private read(limit: number): Found[] {
    const rungs = this.cursor ? rungsAfter(this.cursor, this.steps, this.keyDirection) : [[]];
    const words = wordsOf(this.request.search ?? '');
    if (words.length > 0) return this.searched(words, rungs, limit);
    return this.climb(rungs, [], limit);
  }

  private climb(rungs: readonly (readonly Condition[])[], also: readonly Condition[], limit: number): Found[] {
    const found: Found[] = [];
    for (const rung of rungs) {
      if (found.length >= limit) break;
      found.push(...this.rung([...rung, ...also], limit - found.length));
    }
    return found;
  }

  /** One sorted range per filter, merged. */
  private rung(conditions: readonly Condition[], limit: number): Found[] {
    const [only, ...others] = this.filters;
    if (only && others.length === 0) {
      const { sql, values } = this.range('doc', only, conditions);
      return this.tables.all(`${sql} LIMIT ?`, [...values, limit]) as Found[];
    }
    // The rows themselves are fetched for the merged page only: the ranges come from the indexes.
    const ranges = this.filters.map((filter) => this.range('id', filter, conditions));
    const merged = `SELECT * FROM (${ranges.map(({ sql }) => `SELECT * FROM (${sql} LIMIT ?)`).join(' UNION ALL ')}) ORDER BY ${this.order()} LIMIT ?`;
    const sql = `SELECT (SELECT doc FROM ${this.tables.rows} r WHERE r.id = page.id), key${this.steps.map((_, index) => `, s${index}`).join('')} FROM (${merged}) page ORDER BY ${this.order()}`;
    return this.tables.all(sql, [...ranges.flatMap(({ values }) => [...values, limit]), limit]) as Found[];
  }

  private range(first: 'doc' | 'id', { equal, other }: Filter, conditions: readonly Condition[]): Condition {
    const index = this.tables.indexFor(equal.map(([field]) => field), this.request.sort.map(({ field }) => field));
    const where = all([...this.equalities(equal), ...other, ...conditions]);
    return condition(`${this.select(first, `${this.tables.rows}${index ? ` INDEXED BY ${index}` : ''}`)} WHERE ${where.sql} ORDER BY ${this.order()}`, ...where.values);
  }

  private select(first: 'doc' | 'id', from: string): string {
    return `SELECT ${first}, key${this.steps.map(({ column }, index) => `, ${column} AS s${index}`).join('')} FROM ${from}`;
  }

  private order(): string {
    return [...this.steps.map(({ direction }, index) => `s${index} ${direction}`), `key ${this.keyDirection}`].join(', ');
  }

  /**
   * Few matches: take them all and sort them. Many: walk the sorted list and look at each row's words, for a match is never far. In between
   * both cost about the square root of the number of rows.
   */
  private searched(words: readonly string[], rungs: readonly (readonly Condition[])[], limit: number): Found[] {
    const seen = words.map((word) => condition('instr(words, ?)', ` ${word}`));
    const ids = this.tables.search && fewMatches(this.tables, words, this.scope(), this.tables.fewRows(limit));
    if (!ids) return this.climb(rungs, seen, limit);
    const matching = condition('id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
    const filtered = any(this.filters.map(({ equal, other }) => all([...this.equalities(equal), ...other])));
    const where = all([matching, ...seen, filtered, any(rungs.map((rung) => all(rung)))]);
    return this.tables.all(`${this.select('doc', this.tables.rows)} NOT INDEXED WHERE ${where.sql} ORDER BY ${this.order()} LIMIT ?`, [...where.values, limit]) as Found[];
  }

  private equalities(equal: Filter['equal']): readonly Condition[] {
    return equal.map(([field, value]) => condition(`${this.tables.columnOf(field)} IS ?`, value));
  }

  private scope(): string | undefined {
    const field = this.tables.scope;
    const value = field === undefined ? undefined : this.request.where[field];
    return typeof value === 'string' ? scopeWord(value) : undefined;
  }
}
