import { value } from '@linkage/published-facts';
import { readable } from '../answers';
import { isLoss, type Loss, type Read } from '../loss';
import { inAgeOrder, sharesOf, sumOf, type Part } from '../mapping/audience-shares';
import type { WhyNone } from '../mapping/reading';
import type { AudienceReading } from '../reading';
import type { InsightsAnswer } from './instagram.answers';
import type { InstagramDemographicBreakdown } from './instagram.wire';

export const breakdowns: readonly InstagramDemographicBreakdown[] = ['age', 'gender', 'country', 'city'];

/** One breakdown: counts of followers, or why there are none. */
export type BreakdownReading = Read<readonly Part[]> | WhyNone;
export type BreakdownReadings = Readonly<Record<InstagramDemographicBreakdown, BreakdownReading>>;

const genders: Readonly<Record<string, string>> = { F: 'female', M: 'male', U: 'other' };

/**
 * The parts of one breakdown's answer. A row without a key or a number costs itself; rows of which none can be read
 * cost the breakdown. Rows can be split by more than what was asked for, such as the time frame: the keys say where it
 * stands.
 */
export function partsOf({ data }: InsightsAnswer, name: InstagramDemographicBreakdown): Read<Part[]> {
  if (isLoss(data)) return data;
  const insights = readable(data);
  const totals = readable(insights.items.map(({ total_value: total }) => total));
  const lists = readable(totals.items.map(({ breakdowns: list }) => list));
  const all = readable(lists.items.flat());
  const tables = all.items.map(({ dimension_keys: keys, results }) => {
    const table = readable(isLoss(results) ? [results] : [results ?? []]);
    const rows = readable(table.items.flat());
    const column = isLoss(keys) || keys === undefined || keys.length === 0 ? 0 : keys.indexOf(name);
    const parts = readable<Part>(column < 0 ? [] : rows.items.map((row) => partOf(row, column)));
    return { items: parts.items, lost: [...table.lost, ...rows.lost, ...parts.lost] };
  });
  const read = { items: tables.flatMap(({ items }) => items), lost: tables.flatMap(({ lost: losses }) => losses) };
  const lost = [insights, totals, lists, all, read].flatMap(({ lost: losses }) => losses);
  return read.items.length === 0 && lost[0] !== undefined ? lost[0] : read.items;
}

interface Row {
  readonly dimension_values?: Read<readonly (Read<string> | undefined)[]> | undefined;
  readonly value: Read<number>;
}

function partOf({ dimension_values: values, value: amount }: Row, column: number): Read<Part> | undefined {
  const key = isLoss(values) ? values : values?.[column];
  if (isLoss(key) || isLoss(amount)) return isLoss(key) ? key : (amount as Loss);
  return key === undefined ? undefined : { key, amount };
}

/**
 * Shares of all followers that Instagram counted. It lists at most 45 values per breakdown, so the whole is the largest
 * sum of the four: the cities that are not listed are then part of what is missing to 1.
 */
export function audienceOf(readings: BreakdownReadings): AudienceReading {
  const whole = Math.max(...breakdowns.map((name) => partsIn(readings[name])).map(sumOf));
  const shares = (name: InstagramDemographicBreakdown, keyOf = (key: string): string => key) => {
    const reading = readings[name];
    if (isLoss(reading)) return reading;
    if (typeof reading === 'string') return { is: reading };
    const parts = reading.map(({ key, amount }) => ({ key: keyOf(key), amount }));
    const all = sharesOf(parts, whole);
    return value(name === 'age' ? inAgeOrder(all) : all);
  };
  return {
    of: 'followers',
    countries: shares('country'),
    cities: shares('city'),
    ages: shares('age'),
    genders: shares('gender', (key) => genders[key] ?? 'other'),
  };
}

/** All four for one reason. */
export const noAudience = (why: WhyNone): AudienceReading =>
  audienceOf({ age: why, gender: why, country: why, city: why });

const partsIn = (reading: BreakdownReading): readonly Part[] =>
  typeof reading === 'string' || isLoss(reading) ? [] : reading;
