import type { Condition as Wanted, FieldValue, Range } from '@linkage/event-sourcing';
import { condition, type Condition } from './condition';

export interface Filter {
  readonly equal: readonly (readonly [field: string, value: FieldValue])[];
  readonly other: readonly Condition[];
}

/** Beyond this many SQLite filters while it reads. */
const MOST_COMBINATIONS = 32;

/** Each is one index range in sort order: merging a few costs less than sorting all their rows. */
export const filtersOf = (
  where: readonly Wanted[],
  narrowedBy: readonly string[],
  columnOf: (field: string) => string,
): readonly Filter[] => {
  const equal: [string, FieldValue][] = [];
  const lists: [string, readonly FieldValue[]][] = [];
  const other: Condition[] = [];
  for (const wanted of where) {
    if (narrowedBy.includes(wanted.field)) other.push(...checked(columnOf(wanted.field), wanted));
    else if (wanted.is === 'equal') equal.push([wanted.field, wanted.value]);
    else if (wanted.is === 'in') lists.push([wanted.field, wanted.values]);
    else other.push(...checked(columnOf(wanted.field), wanted));
  }
  const combinations = lists.reduce((product, [, values]) => product * values.length, 1);
  if (combinations > MOST_COMBINATIONS)
    return [{ equal, other: [...other, ...lists.map(([field, values]) => oneOf(columnOf(field), values))] }];
  const spread = lists.reduce<readonly (readonly [string, FieldValue])[][]>(
    (sofar, [field, values]) => sofar.flatMap((chosen) => values.map((value) => [...chosen, [field, value] as const])),
    [[]],
  );
  return spread.map((chosen) => ({ equal: [...equal, ...chosen], other }));
};

const checked = (column: string, wanted: Wanted): readonly Condition[] => {
  switch (wanted.is) {
    case 'equal':
      return [condition(`${column} IS ?`, wanted.value)];
    case 'in':
      return [oneOf(column, wanted.values)];
    case 'starting':
      return [startingWith(column, wanted.prefix)];
    case 'within':
      return rangeOf(column, wanted.range);
  }
};

const signs = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

const rangeOf = (column: string, range: Range): readonly Condition[] =>
  (Object.keys(signs) as (keyof typeof signs)[]).flatMap((bound) => {
    const value = range[bound];
    return value === undefined ? [] : [condition(`${column} ${signs[bound]} ?`, value)];
  });

/** No text holds the byte FF, so that none that begins with the prefix lies beyond. */
const startingWith = (column: string, prefix: string): Condition =>
  condition(`${column} >= ? AND ${column} < ? || CAST(x'FF' AS TEXT)`, prefix, prefix);

const oneOf = (column: string, values: readonly FieldValue[]): Condition => {
  const listed = values.filter((value) => value !== null);
  const sql = `${column} IN (${listed.map(() => '?').join(', ')})`;
  return condition(values.includes(null) ? `${sql} OR ${column} IS NULL` : sql, ...listed);
};
