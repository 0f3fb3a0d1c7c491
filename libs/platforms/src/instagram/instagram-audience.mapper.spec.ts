import { isLoss } from '../loss';
import { aLoss, readAs } from '../testing/read-as';
import { insightsAnswer } from './instagram.answers';
import { audienceOf, type breakdowns, noAudience, partsOf } from './instagram-audience.mapper';
import { breakdown, metric } from './instagram.fixtures';

type Name = (typeof breakdowns)[number];
const parts = (data: readonly unknown[], name: Name = 'age') => partsOf(readAs(insightsAnswer, { data }), name);
const partsBy = (name: Name, rows: Parameters<typeof breakdown>[1]) => parts([breakdown(name, rows)], name);

const read = {
  age: partsBy('age', [
    ['25-34', 500],
    ['18-24', 300],
    ['65+', 100],
  ]),
  gender: partsBy('gender', [
    ['F', 600],
    ['M', 300],
    ['U', 100],
  ]),
  country: partsBy('country', [
    ['FR', 400],
    ['BE', 450],
  ]),
  city: partsBy('city', [
    ['London, England', 50],
    ['Łódź', 100],
  ]),
};

describe('an Instagram audience', () => {
  it('is in shares of all followers that were counted', () => {
    expect(audienceOf(read)).toEqual({
      of: 'followers',
      countries: {
        is: 'value',
        value: [
          { key: 'BE', share: 0.45 },
          { key: 'FR', share: 0.4 },
        ],
      },
      cities: {
        is: 'value',
        value: [
          { key: 'Łódź', share: 0.1 },
          { key: 'London, England', share: 0.05 },
        ],
      },
      ages: {
        is: 'value',
        value: [
          { key: '18-24', share: 0.3 },
          { key: '25-34', share: 0.5 },
          { key: '65+', share: 0.1 },
        ],
      },
      genders: {
        is: 'value',
        value: [
          { key: 'female', share: 0.6 },
          { key: 'male', share: 0.3 },
          { key: 'other', share: 0.1 },
        ],
      },
    });
  });

  it('says for each part on its own why it is not there', () => {
    const some = audienceOf({ ...read, city: 'below-threshold', age: 'not-yet' });
    expect(some).toMatchObject({
      cities: { is: 'below-threshold' },
      ages: { is: 'not-yet' },
      genders: { is: 'value' },
    });
  });

  it('can be missing altogether', () =>
    expect(noAudience('permission-missing')).toEqual({
      of: 'followers',
      countries: { is: 'permission-missing' },
      cities: { is: 'permission-missing' },
      ages: { is: 'permission-missing' },
      genders: { is: 'permission-missing' },
    }));

  it('loses a part that could not be read, and no other', () => {
    const all = audienceOf(read);
    const some = audienceOf({ ...read, country: aLoss });
    expect(some).toEqual({ ...all, countries: aLoss });
  });

  it('leaves out a row without a key or a number; where none can be read, the breakdown is lost', () => {
    const rows = [{ value: 3 }, { dimension_values: [], value: 3 }, null, { dimension_values: ['DE'], value: 'x' }];
    const of = (results: readonly unknown[]) =>
      parts([{ ...metric('follower_demographics', 1), total_value: { breakdowns: [{ results }] } }]);
    expect(of([...rows, { dimension_values: ['FR'], value: 7 }])).toEqual([{ key: 'FR', amount: 7 }]);
    expect(isLoss(of(rows))).toBe(true);
    expect(parts([{ ...metric('follower_demographics', 1), total_value: { breakdowns: 'none' } }])).toEqual(aLoss);
  });

  it('takes the key that was asked for, wherever it stands', () => {
    const of = (dimension_keys: readonly string[], name: Name, dimension_values: string[]) => {
      const breakdown = { dimension_keys, results: [{ dimension_values, value: 7 }] };
      return parts([{ ...metric('follower_demographics', 1), total_value: { breakdowns: [breakdown] } }], name);
    };
    expect(of(['timeframe', 'country'], 'country', ['LAST_90_DAYS', 'BR'])).toEqual([{ key: 'BR', amount: 7 }]);
    expect(of(['age', 'gender'], 'gender', ['18-24', 'F'])).toEqual([{ key: 'F', amount: 7 }]);
    expect(of(['age', 'gender'], 'city', ['18-24', 'F'])).toEqual([]);
  });

  it('has no parts where there is nothing to break down', () => {
    expect(parts([])).toEqual([]);
    expect(parts([metric('reach', 1)])).toEqual([]);
    expect(
      parts([{ ...metric('follower_demographics', 1), total_value: { breakdowns: [{ dimension_keys: ['age'] }] } }]),
    ).toEqual([]);
  });
});
