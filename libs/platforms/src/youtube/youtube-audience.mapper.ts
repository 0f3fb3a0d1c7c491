import { value, type Figure, type Share } from '@linkage/published-facts';
import { isLoss, type Loss, type Read } from '../loss';
import { inAgeOrder, sharesOf, sumOf, type Part } from '../mapping/audience-shares';
import type { WhyNone } from '../mapping/reading';
import type { AudienceReading } from '../reading';
import type { Report, ReportRow } from './youtube.api';

/** The three reports over the viewers of the last 90 days. */
interface AudienceReports {
  /** `viewerPercentage` by `ageGroup` and `gender`. */
  readonly agesAndGenders: Read<Report>;
  /** `views` by `country`. */
  readonly countries: Read<Report>;
  /** `views` by `city`, the largest only. */
  readonly cities: Read<Report>;
}

const genders: Readonly<Record<string, string>> = { female: 'female', male: 'male' };

/** `age18-24` is `18-24`; the last bracket is printed `age65-`. */
const ageOf = (group: string): string => group.replace(/^age/i, '').replace(/-$/, '+');

/** A row without a key or a number costs itself; rows of which none can be read cost the part. */
function partsOf(report: Read<Report>, dimension: string, metric: string): Read<Part[]> {
  if (isLoss(report)) return report;
  const parts = report.rows.map((row) => partOf(row, dimension, metric));
  const read = parts.filter((part) => part !== undefined && !isLoss(part)) as Part[];
  const lost = [report.lost, ...parts].find(isLoss);
  return read.length === 0 && lost !== undefined ? lost : read;
}

function partOf(row: ReportRow, dimension: string, metric: string): Read<Part> | undefined {
  const key = row[dimension];
  const much = numberIn(row[metric]);
  if (isLoss(key) || isLoss(much)) return isLoss(key) ? key : (much as Loss);
  return typeof key !== 'string' || key === '' || much === undefined ? undefined : { key, amount: much };
}

/** Numbers may come as digits. */
export function numberIn(cell: Read<string | number> | undefined): Read<number> | undefined {
  if (cell === undefined || isLoss(cell) || cell === '') return isLoss(cell) ? cell : undefined;
  const number = Number(cell);
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** YouTube leaves reports of small channels empty. */
const orTooFew = (shares: readonly Share[]): Figure<readonly Share[]> =>
  shares.length === 0 ? { is: 'below-threshold' } : value(shares);

/**
 * Ages and genders are percentages of the viewers; places are counted in views. The whole of places is all views, so
 * that unknown countries (`ZZ`) and cities beyond the list are what is missing to 1.
 */
export function audienceOf(reports: AudienceReports): AudienceReading {
  const ages = partsOf(reports.agesAndGenders, 'ageGroup', 'viewerPercentage');
  const gender = partsOf(reports.agesAndGenders, 'gender', 'viewerPercentage');
  const countries = partsOf(reports.countries, 'country', 'views');
  const cities = partsOf(reports.cities, 'city', 'views');
  const views = Math.max(...[countries, cities].map((parts) => (isLoss(parts) ? 0 : sumOf(parts))));
  const percent = (all: readonly Part[]): number => Math.max(100, sumOf(all));
  const named = (all: readonly Part[], keyOf: (key: string) => string): Part[] =>
    all.map((part) => ({ ...part, key: keyOf(part.key) }));
  return {
    of: 'viewers',
    countries: shared(countries, (all) =>
      sharesOf(
        all.filter(({ key }) => key !== 'ZZ'),
        views,
      ),
    ),
    cities: shared(cities, (all) => sharesOf(all, views)),
    ages: shared(ages, (all) => inAgeOrder(sharesOf(named(all, ageOf), percent(all)))),
    genders: shared(gender, (all) =>
      sharesOf(
        named(all, (key) => genders[key.toLowerCase()] ?? 'other'),
        percent(all),
      ),
    ),
  };
}

const shared = (
  parts: Read<readonly Part[]>,
  shares: (parts: readonly Part[]) => readonly Share[],
): Read<Figure<readonly Share[]>> => (isLoss(parts) ? parts : orTooFew(shares(parts)));

/** All four for one reason. */
export const noAudience = (is: WhyNone): AudienceReading => ({
  of: 'viewers',
  countries: { is },
  cities: { is },
  ages: { is },
  genders: { is },
});
