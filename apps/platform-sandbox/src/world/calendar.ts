import { anchor, hour } from './growth';
import type { Person, PostKind } from './person';
import { unit, weighted } from './random';

/**
 * When a person publishes: a rule, not a list, so that a year more costs nothing. Posts are numbered from 0, oldest
 * first.
 */
export interface Rhythm {
  /** Published by the anchor day. */
  readonly count: number;
  readonly everyHours: number;
}

/**
 * The moment of post `k`. Rises with `k`: the wobble is smaller than the step. Whole seconds, as platforms print them.
 */
export function timeOf(seed: string, id: string, rhythm: Rhythm, k: number): number {
  const step = rhythm.everyHours * hour;
  const wobble = (unit(seed, id, 'when', k) - 0.5) * 0.8;
  return Math.floor((anchor + (k - rhythm.count + 0.5 + wobble) * step) / 1000) * 1000;
}

/** How many posts are out at a time. */
export function countAt(seed: string, id: string, rhythm: Rhythm, at: number): number {
  if (rhythm.everyHours === 0) return 0;
  let k = Math.max(0, rhythm.count + Math.floor((at - anchor) / (rhythm.everyHours * hour)));
  while (timeOf(seed, id, rhythm, k) <= at) k++;
  while (k > 0 && timeOf(seed, id, rhythm, k - 1) > at) k--;
  return k;
}

export const rhythmOf = (person: Person): Rhythm => ({ count: person.posts, everyHours: person.everyHours });

export const kindOf = <K extends PostKind>(seed: string, person: Person<K>, k: number): K =>
  weighted(person.mix, seed, person.id, 'kind', k);
