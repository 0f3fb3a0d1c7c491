import type { FieldValue, Start } from '@linkage/event-sourcing';
import { condition, type Condition } from './condition';

export interface SortStep {
  readonly field: string;
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

/**
 * The rows behind the start as index ranges, to be read one after the other until the page is full. Behind (a, b, key)
 * come
 * 1. rows with the same a and b and a later key, 2. those with the same a and a later b, 3. those with a later a.
 * Works at any depth and for mixed directions; null is the smallest value.
 */
export const keysetRanges = (
  start: Start,
  steps: readonly SortStep[],
  keyDirection: 'asc' | 'desc',
): readonly (readonly Condition[])[] => {
  const same = steps.map(({ column }, index) => condition(`${column} IS ?`, start.values[index] ?? null));
  const laterKey = condition(`key ${keyDirection === 'asc' ? '>' : '<'}${start.inclusive ? '=' : ''} ?`, start.key);
  const rungs: (readonly Condition[])[] = [[...same, laterKey]];
  for (let level = steps.length - 1; level >= 0; level -= 1) {
    const step = steps[level] as SortStep;
    for (const later of laterThan(step, start.values[level] ?? null)) rungs.push([...same.slice(0, level), later]);
  }
  return rungs;
};

const laterThan = ({ column, direction }: SortStep, value: FieldValue): readonly Condition[] => {
  if (direction === 'asc')
    return [value === null ? condition(`${column} IS NOT NULL`) : condition(`${column} > ?`, value)];
  return value === null ? [] : [condition(`${column} < ?`, value), condition(`${column} IS NULL`)];
};
