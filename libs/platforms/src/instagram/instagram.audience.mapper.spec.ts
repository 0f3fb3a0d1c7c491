import { audienceOf, noAudience, partsOf } from './instagram.audience.mapper';
import { breakdown, metric } from './instagram.fixtures';

const read = {
  age: partsOf([
    breakdown('age', [
      ['25-34', 500],
      ['18-24', 300],
      ['65+', 100],
    ]),
  ]),
  gender: partsOf([
    breakdown('gender', [
      ['F', 600],
      ['M', 300],
      ['U', 100],
    ]),
  ]),
  country: partsOf([
    breakdown('country', [
      ['FR', 400],
      ['BE', 450],
    ]),
  ]),
  city: partsOf([
    breakdown('city', [
      ['London, England', 50],
      ['Łódź', 100],
    ]),
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

  it('has no parts where there is nothing to break down', () => {
    expect(partsOf([])).toEqual([]);
    expect(partsOf([metric('reach', 1)])).toEqual([]);
    expect(
      partsOf([{ ...metric('follower_demographics', 1), total_value: { breakdowns: [{ dimension_keys: ['age'] }] } }]),
    ).toEqual([]);
  });
});
