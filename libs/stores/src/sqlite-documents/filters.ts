import type { FieldValue, Where } from '@linkage/event-sourcing';
import { condition, type Condition } from './condition';

export interface Filter {
  readonly equal: readonly (readonly [field: string, value: FieldValue])[];
  readonly other: readonly Condition[];
}

/** Beyond this many combinations of `in` values SQLite filters while it reads. */
const MOST_COMBINATIONS = 32;

/**
 * One filter per combination of the `in` lists: each is one index range in sort order, and merging a few sorted
 * ranges costs less than sorting all their rows.
 */
export const filtersOf = (where: Where, columnOf: (field: string) => string): readonly Filter[] => {
  const equal: [string, FieldValue][] = [];
  const lists: [string, readonly FieldValue[]][] = [];
  const other: Condition[] = [];
  for (const [field, wanted] of Object.entries(where)) {
    if (wanted === null || typeof wanted !== 'object') equal.push([field, wanted]);
    else if ('in' in wanted) lists.push([field, [...new Set(wanted.in)]]);
    else other.push(...rangeOf(columnOf(field), wanted));
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

const rangeOf = (
  column: string,
  { gte, lt }: { readonly gte?: string | number; readonly lt?: string | number },
): readonly Condition[] => [
  ...(gte === undefined ? [] : [condition(`${column} >= ?`, gte)]),
  ...(lt === undefined ? [] : [condition(`${column} < ?`, lt)]),
];

const oneOf = (column: string, values: readonly FieldValue[]): Condition => {
  const listed = values.filter((value) => value !== null);
  const sql = `${column} IN (${listed.map(() => '?').join(', ')})`;
  return condition(values.includes(null) ? `${sql} OR ${column} IS NULL` : sql, ...listed);
};
