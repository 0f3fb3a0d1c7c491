import { day } from './growth';
import type { Person } from './person';
import { citiesOf, countries, type Country } from './places';
import { unit } from './random';

/** One part of an audience; shares of one list add up to less than 1, or to 1. */
export interface Part<Key extends string = string> {
  readonly key: Key;
  readonly share: number;
}

export const ages = ['13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'] as const;
export type Age = (typeof ages)[number];
export type Gender = 'female' | 'male' | 'unknown';

/** Place, age and gender of these are unknown. */
const unknownCountry = 0.012;
const unknownGender = (seed: string, person: Person): number => 0.02 + 0.05 * unit(seed, person.id, 'ungendered');

/** Audiences drift: a little, once a day. */
const drift = (seed: string, person: Person, key: string, at: number): number =>
  1 + 0.06 * Math.sin(Math.floor(at / day) / 23 + 7 * unit(seed, person.id, key, 'drift'));

function proportions<Key extends string>(weights: readonly (readonly [Key, number])[], whole: number): Part<Key>[] {
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  return weights.map(([key, weight]) => ({ key, share: (weight / sum) * whole }));
}

/** Largest first; what is missing to 1 is the unknown. */
export function countryParts(seed: string, person: Person, at: number): Part<Country>[] {
  const { home, near } = person.audience;
  const weights = countries.map((country) => {
    const rank = near.indexOf(country);
    const abroad = rank >= 0 ? 1.8 / (rank + 1.2) : 0.01 + 0.12 * unit(seed, person.id, country) ** 2;
    const base = country === home ? 4 + 3 * unit(seed, person.id, 'home') : abroad;
    return [country, base * drift(seed, person, country, at)] as const;
  });
  return proportions(weights, 1 - unknownCountry).sort((a, b) => b.share - a.share);
}

/** Cities hold about half of a country's audience; the rest lives elsewhere. Largest first. */
export function cityParts(seed: string, person: Person, at: number): (Part & { readonly country: Country })[] {
  return countryParts(seed, person, at)
    .flatMap(({ key: country, share }) => {
      const urban = 0.38 + 0.25 * unit(seed, person.id, country, 'urban');
      const weights = citiesOf(country).map(
        (city, rank) => [city, (1 / (rank + 1.4)) * drift(seed, person, city, at)] as const,
      );
      return proportions(weights, share * urban).map((part) => ({ ...part, country }));
    })
    .sort((a, b) => b.share - a.share);
}

/** Youngest first, adding up to 1. */
export function ageParts(seed: string, person: Person, at: number): Part<Age>[] {
  const middles = [15, 21, 29.5, 39.5, 49.5, 59.5, 70];
  const weights = ages.map((age, i) => {
    const distance = ((middles[i] ?? 0) - person.audience.age) / 11;
    return [age, (Math.exp(-(distance ** 2) / 2) + 0.015) * drift(seed, person, age, at)] as const;
  });
  return proportions(weights, 1);
}

/** Adding up to 1, the unknown included. */
export function genderParts(seed: string, person: Person, at: number): Part<Gender>[] {
  const unknown = unknownGender(seed, person);
  const female = person.audience.female * drift(seed, person, 'female', at);
  const known = proportions<Gender>(
    [
      ['female', female],
      ['male', Math.max(0.02, 1 - person.audience.female)],
    ],
    1 - unknown,
  );
  return [...known, { key: 'unknown', share: unknown }];
}

/** Whole people from shares: never more than `total`, exactly `total` when the shares add up to 1. */
export function apportion<P extends Part>(total: number, parts: readonly P[]): (P & { readonly count: number })[] {
  const exact = parts.map((part) => total * part.share);
  const counts = exact.map(Math.floor);
  let left = Math.round(exact.reduce((sum, one) => sum + one, 0)) - counts.reduce((sum, one) => sum + one, 0);
  const byRemainder = exact
    .map((one, i) => ({ i, rest: one - Math.floor(one) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder) {
    if (left-- <= 0) break;
    counts[i] = (counts[i] ?? 0) + 1;
  }
  return parts.map((part, i) => ({ ...part, count: counts[i] ?? 0 }));
}
