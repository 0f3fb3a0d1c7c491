import { value, type Figure, type Share } from '@linkage/published-facts';
import { isLoss, known, type Loss, type Read } from '../loss';
import { sharesOf, sumOf, type Part } from '../mapping/audience-shares';
import type { WhyNone } from '../mapping/reading';
import type { AudienceReading } from '../reading';
import type { MetricValue } from './facebook-insights';

/** One metric of followers by place: numbers, or why there are none. */
export type PlacesReading = Read<readonly Part[]> | WhyNone;

/** A place whose number cannot be read costs itself; places of which none can be read cost the metric. */
export function placesOf(read: MetricValue, unreadable: () => Loss): Read<readonly Part[]> {
  if (typeof read === 'number') return unreadable();
  const parts = Object.entries(read);
  const good = parts.flatMap(([key, amount]) => {
    const number = known(amount);
    return number === undefined ? [] : [{ key, amount: number }];
  });
  const lost = parts.map(([, amount]) => amount).find(isLoss);
  return good.length === 0 && lost !== undefined ? lost : good;
}

/**
 * Shares of all followers that Facebook counted: it lists the largest places only, so the whole is the larger sum of
 * the two.
 */
export function audienceOf(countries: PlacesReading, cities: PlacesReading): AudienceReading {
  const whole = Math.max(sumOf(partsIn(countries)), sumOf(partsIn(cities)));
  const shares = (reading: PlacesReading): Read<Figure<readonly Share[]>> => {
    if (isLoss(reading)) return reading;
    return typeof reading === 'string' ? { is: reading } : value(sharesOf(reading, whole));
  };
  return {
    of: 'followers',
    countries: shares(countries),
    cities: shares(cities),
    // Gone from all versions since March 2024.
    ages: { is: 'not-offered' },
    genders: { is: 'not-offered' },
  };
}

const partsIn = (reading: PlacesReading): readonly Part[] =>
  typeof reading === 'string' || isLoss(reading) ? [] : reading;
