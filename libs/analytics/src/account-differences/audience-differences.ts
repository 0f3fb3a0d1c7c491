import type { AccountAudience, AudienceDifference, Distribution, Figure, SharePart } from '@linkage/contracts';
import { changeOf } from './change-of';

const parts = ['countries', 'cities', 'ages', 'genders'] as const;
type Part = (typeof parts)[number];
type Side = Figure<Distribution>;

const allOf = (side: Side): readonly SharePart[] => (side.is === 'value' ? side.value.all : []);
const namedOf = (side: Side): readonly SharePart[] => (side.is === 'value' ? side.value.named : []);

/** What is not in a list that was given has no share; of a list that was not given nothing is known. */
const shareOf = (side: Side, key: string): number | null =>
  side.is === 'value' ? (allOf(side).find((part) => part.key === key)?.share ?? 0) : null;

const firstAge = ({ key }: SharePart): number => Number.parseInt(key, 10) || 0;

/** What was named at one of the moments. Places: the largest first; ages and genders in their own order. */
const namedAtOneOf = (part: Part, then: Side, now: Side): readonly SharePart[] => {
  const named = [...new Map([...namedOf(then), ...namedOf(now)].map((each) => [each.key, each])).values()];
  if (part === 'genders') return named;
  if (part === 'ages') return named.sort((one, other) => firstAge(one) - firstAge(other));
  const weight = ({ key }: SharePart): number => Math.max(shareOf(now, key) ?? 0, shareOf(then, key) ?? 0);
  return named.sort((one, other) => weight(other) - weight(one) || (one.key < other.key ? -1 : 1));
};

/** What is left of the whole; a rounding error is not. */
const rest = (side: Side, named: readonly SharePart[]): number | null => {
  if (side.is !== 'value') return null;
  const left = 1 - named.reduce((sum, { key }) => sum + (shareOf(side, key) ?? 0), 0);
  return left > 1e-9 ? left : 0;
};

const differenceOf = (part: Part, then: Side, now: Side): AudienceDifference => {
  const named = namedAtOneOf(part, then, now);
  const others = { key: 'others', label: 'Others', then: rest(then, named), now: rest(now, named) };
  const shares = [
    ...named.map(({ key, label }) => ({ key, label, then: shareOf(then, key), now: shareOf(now, key) })),
    others,
  ];
  return {
    part,
    then: then.is,
    now: now.is,
    shares: named.length === 0 ? [] : shares.map((share) => ({ ...share, change: changeOf(share.then, share.now) })),
  };
};

/**
 * Part by part: what was named at one of the moments, with its share at both, and Others; together 1 at each moment.
 */
export const audienceDifferences = (then: AccountAudience | undefined, now: AccountAudience): AudienceDifference[] =>
  parts.map((part) => differenceOf(part, then?.[part] ?? { is: 'not-yet' }, now[part]));
