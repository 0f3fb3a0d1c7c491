import { all, any, condition, type Condition } from './condition';
import type { GenerationTables } from './generation-tables';
import type { SortStep } from './keyset-ranges';
import type { Filter } from './filters';

export type Found = [doc: string, key: string];

export interface Order {
  readonly steps: readonly SortStep[];
  readonly keyDirection: 'asc' | 'desc';
}

export class SortedRows {
  private readonly sortColumns: string;
  private readonly orderBy: string;

  constructor(
    private readonly tables: GenerationTables,
    private readonly filters: readonly Filter[],
    private readonly order: Order,
  ) {
    const { steps, keyDirection } = order;
    this.sortColumns = steps.map(({ column }, index) => `, ${column} AS s${index}`).join('');
    this.orderBy = `ORDER BY ${[...steps.map(({ direction }, index) => `s${index} ${direction}`), `key ${keyDirection}`].join(', ')}`;
  }

  first(limit: number, conditions: readonly Condition[]): Found[] {
    const [filter, ...others] = this.filters;
    if (!filter) return [];
    if (others.length > 0) return this.merged(limit, conditions);
    const { sql, values } = this.range('doc', filter, conditions);
    return this.tables.all(`${sql} LIMIT ?`, [...values, limit]) as Found[];
  }

  firstAmong(ids: readonly number[], limit: number, conditions: readonly Condition[]): Found[] {
    const matching = condition('id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
    const where = all([matching, ...conditions, any(this.filters.map((filter) => all(this.conditionsOf(filter))))]);
    const sql = `SELECT doc, key${this.sortColumns} FROM ${this.tables.rows} NOT INDEXED WHERE ${where.sql} ${this.orderBy} LIMIT ?`;
    return this.tables.all(sql, [...where.values, limit]) as Found[];
  }

  /** The rows themselves are fetched only when the ranges are merged. */
  private merged(limit: number, conditions: readonly Condition[]): Found[] {
    const ranges = this.filters.map((filter) => this.range('id', filter, conditions));
    const union = ranges.map(({ sql }) => `SELECT * FROM (${sql} LIMIT ?)`).join(' UNION ALL ');
    const doc = `(SELECT doc FROM ${this.tables.rows} r WHERE r.id = page.id)`;
    const sortValues = this.order.steps.map((_, index) => `, s${index}`).join('');
    const sql = `SELECT ${doc}, key${sortValues} FROM (SELECT * FROM (${union}) ${this.orderBy} LIMIT ?) page ${this.orderBy}`;
    return this.tables.all(sql, [...ranges.flatMap(({ values }) => [...values, limit]), limit]) as Found[];
  }

  private range(first: 'doc' | 'id', filter: Filter, conditions: readonly Condition[]): Condition {
    const index = this.tables.indexFor(
      filter.equal.map(([field]) => field),
      this.order.steps.map(({ field }) => field),
    );
    const where = all([...this.conditionsOf(filter), ...conditions]);
    const from = `${this.tables.rows}${index ? ` INDEXED BY ${index}` : ''}`;
    return condition(
      `SELECT ${first}, key${this.sortColumns} FROM ${from} WHERE ${where.sql} ${this.orderBy}`,
      ...where.values,
    );
  }

  private conditionsOf({ equal, other }: Filter): readonly Condition[] {
    return [...equal.map(([field, value]) => condition(`${this.tables.columnOf(field)} IS ?`, value)), ...other];
  }
}
