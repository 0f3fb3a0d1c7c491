import type { Person } from './person';
import { unit } from './random';

/** The day for which the cast's numbers are written down. Fixed, so that a restart changes no past. */
export const anchor = Date.UTC(2026, 10, 23);
export const hour = 3_600_000;
export const day = 24 * hour;

/** Platforms publish figures in steps, not continuously: every quarter of an hour here. */
export const figuresOf = (at: number): number => Math.floor(at / (hour / 4)) * (hour / 4);

/** The account's first moment. */
export const startOf = (person: Person): number =>
  anchor - (person.daysOld ?? 60 + (person.posts * person.everyHours) / 24) * day;

/**
 * Followers (or subscribers) at a time: a power curve from the first day through the anchor's number, with the anchor's
 * slope, that flattens over the years after it. Never falls.
 */
export function followersAt(seed: string, person: Person, at: number): number {
  const days = (figuresOf(at) - anchor) / day;
  const age = (anchor - startOf(person)) / day;
  if (days <= -age) return 0;
  const wave = 0.15 * person.perDay * Math.sin((2 * Math.PI * days) / 7 + 6 * unit(seed, person.id, 'wave'));
  if (days >= 0)
    return Math.max(0, Math.floor(person.followers + person.perDay * (days / (1 + days / 1500)) + Math.max(0, wave)));
  const bend = Math.min(4, Math.max(0.4, (person.perDay * age) / Math.max(1, person.followers)));
  return Math.max(0, Math.floor(person.followers * (1 + days / age) ** bend));
}
