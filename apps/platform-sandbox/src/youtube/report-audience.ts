import type { YoutubeAgeGroup, YoutubeGender } from '@linkage/platforms/wire';
import { ageParts, genderParts, type Age, type Gender } from '../world/audience';
import type { ApiCall } from './access';
import type { ReportQuery } from './report-query';
import { byVideo, type Row } from './report-videos';

/** Fewer viewers than this, and the platform says nothing about them. */
const fewest = 1000;

const groups: Readonly<Record<Age, YoutubeAgeGroup>> = {
  '13-17': 'age13-17',
  '18-24': 'age18-24',
  '25-34': 'age25-34',
  '35-44': 'age35-44',
  '45-54': 'age45-54',
  '55-64': 'age55-64',
  '65+': 'age65-',
};
const genders: Readonly<Record<Gender, YoutubeGender>> = { female: 'female', male: 'male', unknown: 'user_specified' };

/** Percentages that add up to 100 over all rows. */
export function viewerPercentages(call: ApiCall, query: ReportQuery): Row[] {
  const {
    sandbox: {
      world: { seed },
    },
    account: { person },
  } = call;
  const views = Number(byVideo(call, { ...query, dimensions: [], metrics: ['views'] })[0]?.['views'] ?? 0);
  if (views < fewest) return [];
  const whole = [{ cell: {}, share: 1 }];
  const byAge = ageParts(seed, person, query.to).map(({ key, share }) => ({ cell: { ageGroup: groups[key] }, share }));
  const byGender = genderParts(seed, person, query.to).map(({ key, share }) => ({
    cell: { gender: genders[key] },
    share,
  }));
  const ages = query.dimensions.includes('ageGroup') ? byAge : whole;
  const sexes = query.dimensions.includes('gender') ? byGender : whole;
  const rows = ages.flatMap((age) =>
    sexes.map((sex) => ({ ...age.cell, ...sex.cell, tenths: 1000 * age.share * sex.share })),
  );
  return rounded(rows);
}

/** To tenths of a percent, by largest remainder, so that the sum stays 100. */
function rounded(rows: readonly ({ readonly tenths: number } & Row)[]): Row[] {
  let left = 1000 - rows.reduce((sum, { tenths }) => sum + Math.floor(tenths), 0);
  const upwards = new Set([...rows].sort((a, b) => (b.tenths % 1) - (a.tenths % 1)).filter(() => left-- > 0));
  return rows
    .map((row) => {
      const { tenths, ...cells } = row;
      return { ...cells, viewerPercentage: (Math.floor(tenths) + (upwards.has(row) ? 1 : 0)) / 10 };
    })
    .filter(({ viewerPercentage }) => viewerPercentage > 0);
}
