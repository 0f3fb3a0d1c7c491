import type { ReportRow } from './youtube.api';
import { aLoss } from '../testing/read-as';
import { audienceOf, noAudience } from './youtube-audience.mapper';

const rowsOf = (rows: readonly ReportRow[]) => ({ rows, lost: undefined });

const agesAndGenders = [
  { ageGroup: 'age65-', gender: 'male', viewerPercentage: 9.5 },
  { ageGroup: 'age18-24', gender: 'female', viewerPercentage: 40.25 },
  { ageGroup: 'age18-24', gender: 'male', viewerPercentage: 30 },
  { ageGroup: 'age25-34', gender: 'user_specified', viewerPercentage: 20 },
];

describe('a YouTube audience', () => {
  it('is in shares of the viewers and of all views', () => {
    const countries = [
      { country: 'ES', views: 600 },
      { country: 'ZZ', views: 100 },
      { country: 'MX', views: 300 },
    ];
    const audience = audienceOf({
      agesAndGenders: rowsOf(agesAndGenders),
      countries: rowsOf(countries),
      cities: rowsOf([
        { city: 'Madrid', views: 250 },
        { city: 'Łódź', views: 50 },
      ]),
    });
    expect(audience.of).toBe('viewers');
    expect(audience.countries).toEqual({
      is: 'value',
      value: [
        { key: 'ES', share: 0.6 },
        { key: 'MX', share: 0.3 },
      ],
    });
    expect(audience.cities).toEqual({
      is: 'value',
      value: [
        { key: 'Madrid', share: 0.25 },
        { key: 'Łódź', share: 0.05 },
      ],
    });
    expect(audience.ages).toEqual({
      is: 'value',
      value: [
        { key: '18-24', share: 0.7025 },
        { key: '25-34', share: 0.2 },
        { key: '65+', share: 0.095 },
      ],
    });
    expect(audience.genders).toEqual({
      is: 'value',
      value: [
        { key: 'female', share: 0.4025 },
        { key: 'male', share: 0.395 },
        { key: 'other', share: 0.2 },
      ],
    });
  });

  it('is below the threshold where a report is empty', () => {
    expect(
      audienceOf({ agesAndGenders: rowsOf([]), countries: rowsOf([{ country: 'ZZ', views: 4 }]), cities: rowsOf([]) }),
    ).toEqual(noAudience('below-threshold'));
  });

  it('never shares out more than the whole, though percentages are rounded up', () => {
    const over = audienceOf({
      agesAndGenders: rowsOf([{ ageGroup: 'age18-24', gender: 'male', viewerPercentage: 100.2 }]),
      countries: rowsOf([]),
      cities: rowsOf([]),
    });
    expect(over.ages).toEqual({ is: 'value', value: [{ key: '18-24', share: 1 }] });
  });

  it('leaves out rows that cannot be read', () => {
    const rows = [
      { country: 5, views: 3 },
      { country: aLoss, views: 3 },
      { country: 'IT', views: aLoss },
      { views: 3 },
      { country: 'ES', views: 'many' },
      { country: 'MX', views: '10' },
    ];
    expect(audienceOf({ agesAndGenders: rowsOf([]), countries: rowsOf(rows), cities: aLoss }).countries).toEqual({
      is: 'value',
      value: [{ key: 'MX', share: 1 }],
    });
  });

  it('loses a part of which no row can be read, and no other', () => {
    const lost = { rows: [{ country: aLoss, views: 3 }], lost: undefined };
    const audience = audienceOf({ agesAndGenders: rowsOf(agesAndGenders), countries: lost, cities: aLoss });
    expect(audience).toMatchObject({
      countries: aLoss,
      cities: aLoss,
      ages: { is: 'value' },
      genders: { is: 'value' },
    });
  });
});
