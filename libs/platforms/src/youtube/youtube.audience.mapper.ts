import { value, type AudienceSnapshot, type Figure, type Share } from '@linkage/published-facts';
import { inAgeOrder, sharesOf, sumOf, type Part } from '../mapping/audience-shares';
import { amount, text, type WhyNone } from '../mapping/reading';

type Row = Readonly<Record<string, unknown>>;

/** The three reports over the viewers of the last 90 days. */
export interface AudienceReports {
  /** `viewerPercentage` by `ageGroup` and `gender`. */
  readonly agesAndGenders: readonly Row[];
  /** `views` by `country`. */
  readonly countries: readonly Row[];
  /** `views` by `city`, the largest only. */
  readonly cities: readonly Row[];
}

const genders: Readonly<Record<string, string>> = { female: 'female', male: 'male' };

/** `age18-24` is `18-24`; the last bracket is printed `age65-`. */
const ageOf = (group: string): string => group.replace(/^age/i, '').replace(/-$/, '+');

function parts(rows: readonly Row[], dimension: string, metric: string): Part[] {
  return rows.flatMap((row) => {
    const key = text(row[dimension]);
    const much = amount(row[metric]);
    return key === undefined || much === undefined ? [] : [{ key, amount: much }];
  });
}

/** YouTube leaves reports of small channels empty. */
const orTooFew = (shares: readonly Share[]): Figure<readonly Share[]> =>
  shares.length === 0 ? { is: 'below-threshold' } : value(shares);

/**
 * Ages and genders are percentages of the viewers; places are counted in views. The whole of places is all views, so that unknown
 * countries (`ZZ`) and cities beyond the list are what is missing to 1.
 */
export function audienceOf(reports: AudienceReports): AudienceSnapshot {
  const viewers = (dimension: string, keyOf: (key: string) => string): Part[] =>
    parts(reports.agesAndGenders, dimension, 'viewerPercentage').map((part) => ({ ...part, key: keyOf(part.key) }));
  const ages = viewers('ageGroup', ageOf);
  const gender = viewers('gender', (key) => genders[key.toLowerCase()] ?? 'other');
  const countries = parts(reports.countries, 'country', 'views');
  const cities = parts(reports.cities, 'city', 'views');
  const views = Math.max(sumOf(countries), sumOf(cities));
  const percent = (all: readonly Part[]): number => Math.max(100, sumOf(all));
  return {
    of: 'viewers',
    countries: orTooFew(
      sharesOf(
        countries.filter(({ key }) => key !== 'ZZ'),
        views,
      ),
    ),
    cities: orTooFew(sharesOf(cities, views)),
    ages: orTooFew(inAgeOrder(sharesOf(ages, percent(ages)))),
    genders: orTooFew(sharesOf(gender, percent(gender))),
  };
}

/** All four for one reason. */
export const noAudience = (is: WhyNone): AudienceSnapshot => ({
  of: 'viewers',
  countries: { is },
  cities: { is },
  ages: { is },
  genders: { is },
});
