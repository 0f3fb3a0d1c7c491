import type { FieldValue } from '@linkage/event-sourcing';

export interface Condition {
  readonly sql: string;
  readonly values: readonly FieldValue[];
}

export const condition = (sql: string, ...values: FieldValue[]): Condition => ({ sql, values });

export const all = (conditions: readonly Condition[]): Condition => joined(conditions, ' AND ', 'true');

export const any = (conditions: readonly Condition[]): Condition => joined(conditions, ' OR ', 'false');

const joined = (conditions: readonly Condition[], by: string, none: string): Condition => ({
  sql: conditions.length === 0 ? none : conditions.map(({ sql }) => `(${sql})`).join(by),
  values: conditions.flatMap(({ values }) => values),
});
