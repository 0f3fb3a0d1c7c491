import { value, type AudienceSnapshot, type Figure, type Share } from '@linkage/published-facts';
import { inAgeOrder, sharesOf, sumOf, type Part } from '../mapping/audience-shares';
import { count, type WhyNone } from '../mapping/reading';
import type { InstagramDemographicBreakdown, InstagramInsight } from './instagram.wire';

export const breakdowns: readonly InstagramDemographicBreakdown[] = ['age', 'gender', 'country', 'city'];

/** One breakdown: counts of followers, or why there are none. */
export type BreakdownReading = readonly Part[] | WhyNone;

const genders: Readonly<Record<string, string>> = { F: 'female', M: 'male', U: 'other' };

/** The parts of one breakdown's answer. */
export function partsOf(insights: readonly InstagramInsight[]): Part[] {
  const results = insights
    .flatMap((insight) => insight.total_value?.breakdowns ?? [])
    .flatMap((breakdown) => breakdown.results ?? []);
  return results.flatMap(({ dimension_values: [key], value: amount }) => {
    const number = count(amount);
    return key === undefined || number === undefined ? [] : [{ key, amount: number }];
  });
}

/**
 * Shares of all followers that Instagram counted. It lists at most 45 values per breakdown, so the whole is the largest sum of the four:
 * the cities that are not listed are then part of what is missing to 1.
 */
export function audienceOf(
  readings: Readonly<Record<InstagramDemographicBreakdown, BreakdownReading>>,
): AudienceSnapshot {
  const whole = Math.max(...breakdowns.map((name) => partsIn(readings[name])).map(sumOf));
  const shares = (
    name: InstagramDemographicBreakdown,
    keyOf = (key: string): string => key,
  ): Figure<readonly Share[]> => {
    const reading = readings[name];
    if (typeof reading === 'string') return { is: reading };
    return value(
      sharesOf(
        reading.map(({ key, amount }) => ({ key: keyOf(key), amount })),
        whole,
      ),
    );
  };
  const ages = shares('age');
  return {
    of: 'followers',
    countries: shares('country'),
    cities: shares('city'),
    ages: ages.is === 'value' ? value(inAgeOrder(ages.value)) : ages,
    genders: shares('gender', (key) => genders[key] ?? 'other'),
  };
}

/** All four for one reason. */
export const noAudience = (why: WhyNone): AudienceSnapshot =>
  audienceOf({ age: why, gender: why, country: why, city: why });

const partsIn = (reading: BreakdownReading): readonly Part[] => (typeof reading === 'string' ? [] : reading);
