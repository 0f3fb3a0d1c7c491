import type { Distribution, SharePart } from '@linkage/contracts';
import type { Share } from '@linkage/published-facts';
import { ageLabel, cityLabels, countryLabel, isUnknown } from './audience-labels';

/** Only so many places are named (R103, R105). */
const NAMED_PLACES = 3;
/** Less than this is a rounding error and not an audience. */
const NOTHING = 1e-9;

const usable = (shares: readonly Share[]): Share[] =>
  shares.filter(({ key, share }) => share > 0 && Number.isFinite(share) && !isUnknown(key));

/** Platforms round: shares that are a little more than the whole together are made the whole. */
const withinTheWhole = (shares: readonly Share[]): Share[] => {
  const whole = Math.max(
    1,
    shares.reduce((sum, { share }) => sum + share, 0),
  );
  return shares.map(({ key, share }) => ({ key, share: share / whole }));
};

/** What is named, and the rest: unknown shares and those that are not named. Together 1. */
const split = (named: SharePart[], all: SharePart[]): Distribution => {
  const others = 1 - named.reduce((sum, { share }) => sum + share, 0);
  return { named, others: others > NOTHING ? others : 0, all };
};

const largestFirst = (one: Share, other: Share): number => other.share - one.share || (one.key < other.key ? -1 : 1);

const places = (
  shares: readonly Share[],
  labelsOf: (keys: readonly string[]) => (key: string) => string,
): Distribution => {
  const ordered = withinTheWhole(usable(shares)).sort(largestFirst);
  const labelOf = labelsOf(ordered.map(({ key }) => key));
  const all = ordered.map(({ key, share }) => ({ key, label: labelOf(key), share }));
  return split(all.slice(0, NAMED_PLACES), all);
};

/** Top three and Others; the labels are country names. */
export const countryDistribution = (shares: readonly Share[]): Distribution => places(shares, () => countryLabel);

/** Top three and Others; a city is called by its own name unless two of the list have it. */
export const cityDistribution = (shares: readonly Share[]): Distribution => places(shares, cityLabels);

const firstAge = (key: string): number => Number.parseInt(key, 10) || 0;

/** All brackets in their order, and Others. */
export const ageDistribution = (shares: readonly Share[]): Distribution => {
  const all = withinTheWhole(usable(shares))
    .sort((one, other) => firstAge(one.key) - firstAge(other.key) || (one.key < other.key ? -1 : 1))
    .map(({ key, share }) => ({ key, label: ageLabel(key), share }));
  return split(all, all);
};

const genderLabels = { female: 'Female', male: 'Male' } as const;

/** Female, male, and Others: undisclosed or non-binary (R109). */
export const genderDistribution = (shares: readonly Share[]): Distribution => {
  const known = withinTheWhole(usable(shares));
  const named = (['female', 'male'] as const).map((key) => ({
    key,
    label: genderLabels[key],
    share: known.filter((part) => part.key === key).reduce((sum, { share }) => sum + share, 0),
  }));
  return split(named, named);
};
