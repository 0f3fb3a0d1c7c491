import type { InstagramBreakdown, InstagramInsight } from '@linkage/platforms/wire';
import { ageParts, apportion, cityParts, countryParts, genderParts, type Part } from '../world/audience';
import { followersAt } from '../world/growth';
import type { GraphCall } from './call';
import { fewFollowers, parameter } from './errors';
import { brokenDown } from './insight';

/** The platform keeps the tail to itself. */
const shown = 45;
/** Of some followers no age is known; gender says so with `U`, age leaves them out. */
const agesKnown = 0.975;
const letters = { female: 'F', male: 'M', unknown: 'U' } as const;

/**
 * Counts of people by age, gender, country or city, or by age and gender at once. Fewer than 100 followers: nothing, or
 * refused.
 */
export function demographics(call: GraphCall, name: string): InstagramInsight[] {
  const {
    sandbox: {
      world: { seed },
    },
    account: { person, userId },
    query,
    now,
  } = call;
  if (query['metric_type'] !== 'total_value' || query['period'] !== 'lifetime') {
    throw parameter(`The metric ${name} needs metric_type=total_value and period=lifetime`);
  }
  if (query['timeframe'] !== undefined && !['this_month', 'this_week'].includes(query['timeframe'])) {
    throw parameter('timeframe must be one of the following values: this_month, this_week');
  }
  if (name === 'engaged_audience_demographics' && query['timeframe'] === undefined)
    throw parameter('The parameter timeframe is required');
  const keys = (query['breakdown'] ?? '').split(',').filter(Boolean);
  const parts = partsBy(keys);
  const followers = followersAt(seed, person, now);
  if (followers < 100) {
    if (person.belowThreshold === 'refused') throw fewFollowers();
    return [];
  }
  const people = name === 'engaged_audience_demographics' ? Math.floor(followers * 0.07) : followers;
  const results = parts(call).map(({ values, share }) => ({ key: values.join('|'), values, share }));
  const counted = apportion(people, results)
    .filter(({ count }) => count > 0)
    .slice(0, shown);
  const breakdown: InstagramBreakdown = {
    dimension_keys: keys,
    results: counted.map(({ values, count }) => ({ dimension_values: values, value: count })),
  };
  return [brokenDown(userId, name, breakdown)];
}

interface Slice {
  readonly values: readonly string[];
  readonly share: number;
}

/** @throws GraphError for anything but the breakdowns that exist */
function partsBy(keys: readonly string[]): (call: GraphCall) => Slice[] {
  const single = (list: readonly Part[]): Slice[] => list.map(({ key, share }) => ({ values: [key], share }));
  const arguments_ = ({ sandbox, account, now }: GraphCall) => [sandbox.world.seed, account.person, now] as const;
  const ages = (call: GraphCall): Part[] =>
    ageParts(...arguments_(call)).map(({ key, share }) => ({ key, share: share * agesKnown }));
  const genders = (call: GraphCall): Part[] =>
    genderParts(...arguments_(call)).map(({ key, share }) => ({ key: letters[key], share }));
  switch (keys.join(',')) {
    case 'age':
      return (call) => single(ages(call));
    case 'gender':
      return (call) => single(genders(call));
    case 'country':
      return (call) => single(countryParts(...arguments_(call)));
    case 'city':
      return (call) => single(cityParts(...arguments_(call)));
    case 'age,gender':
      return (call) =>
        ages(call).flatMap((age) =>
          genders(call).map((gender) => ({ values: [age.key, gender.key], share: age.share * gender.share })),
        );
    default:
      throw parameter('breakdown must be one of the following values: age, gender, country, city');
  }
}
