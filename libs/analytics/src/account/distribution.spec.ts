import fc from 'fast-check';
import type { Distribution } from '@linkage/contracts';
import type { Share } from '@linkage/published-facts';
import { ageDistribution, cityDistribution, countryDistribution, genderDistribution } from './distribution';

const parts = (keys: readonly string[], upTo = 1): fc.Arbitrary<Share[]> =>
  fc
    .record({
      whole: fc.double({ min: 0, max: upTo, noNaN: true }),
      weights: fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), fc.double({ min: 0, max: 1, noNaN: true })), {
        selector: ([key]) => key,
      }),
    })
    .map(({ whole, weights }) => {
      const sum = weights.reduce((total, [, weight]) => total + weight, 0) || 1;
      return weights.map(([key, weight]) => ({ key, share: (weight / sum) * whole }));
    });

const countries = ['FR', 'BE', 'CA', 'KR', 'US', 'JP', 'DE', 'ZZ', 'XX', 'BR'];
const cities = [
  'Lyon, Auvergne',
  'Paris',
  'London, England',
  'London, Ontario',
  '서울',
  'القاهرة',
  'New York, New York',
];
const ages = ['13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'];
const genders = ['female', 'male', 'other'];
const total = ({ named, others }: Distribution): number => named.reduce((sum, { share }) => sum + share, others);

const everyKind: [string, (shares: readonly Share[]) => Distribution, readonly string[]][] = [
  ['countries', countryDistribution, countries],
  ['cities', cityDistribution, cities],
  ['ages', ageDistribution, ages],
  ['genders', genderDistribution, genders],
];

describe.each(everyKind)('distribution of %s', (_kind, distribute, keys) => {
  it('named shares and Others make the whole, and no part is negative', () => {
    fc.assert(
      fc.property(parts(keys, 1.02), (shares) => {
        const distribution = distribute(shares);
        expect(total(distribution)).toBeCloseTo(1, 8);
        for (const { share } of [...distribution.named, ...distribution.all]) expect(share).toBeGreaterThanOrEqual(0);
        expect(distribution.others).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('does not change a share as long as the parts are not more than the whole', () => {
    fc.assert(
      fc.property(parts(keys, 0.999), (shares) => {
        for (const { key, share } of distribute(shares).all)
          expect(share).toBe(shares.find((given) => given.key === key)?.share ?? 0);
      }),
    );
  });
});

describe.each([
  ['countries', countryDistribution, countries],
  ['cities', cityDistribution, cities],
] as const)('%s', (_kind, distribute, keys) => {
  it('names the three largest, in order; the list has all that are known', () => {
    fc.assert(
      fc.property(parts(keys), (shares) => {
        const { named, all } = distribute(shares);
        const known = shares.filter(({ key, share }) => share > 0 && key !== 'ZZ');
        expect(all.map(({ key }) => key).sort()).toEqual(known.map(({ key }) => key).sort());
        expect(named).toEqual(all.slice(0, 3));
        for (const [index, { share }] of all.entries()) expect(share).toBeLessThanOrEqual(all[index - 1]?.share ?? 1);
      }),
    );
  });
});

describe('countries', () => {
  it('have their English names; what is unknown is in Others', () => {
    const { named, others } = countryDistribution([
      { key: 'KR', share: 0.4 },
      { key: 'ZZ', share: 0.3 },
      { key: 'gb', share: 0.2 },
      { key: 'X1', share: 0.05 },
    ]);
    expect(named.map(({ label }) => label)).toEqual(['South Korea', 'United Kingdom', 'X1']);
    expect(others).toBeCloseTo(0.35, 10);
  });

  it('of the same size stand in the order of their codes', () => {
    expect(
      countryDistribution([
        { key: 'FR', share: 0.2 },
        { key: 'BE', share: 0.2 },
      ]).named.map(({ key }) => key),
    ).toEqual(['BE', 'FR']);
  });

  it('without any share: all is Others', () => {
    expect(countryDistribution([])).toEqual({ named: [], others: 1, all: [] });
  });
});

describe('cities', () => {
  it('are called by their own name unless two of the list have it', () => {
    const shares = [
      { key: 'Lyon, Auvergne-Rhône-Alpes', share: 0.3 },
      { key: 'London, England', share: 0.2 },
      { key: 'London, Ontario', share: 0.1 },
    ];
    expect(cityDistribution(shares).named.map(({ label }) => label)).toEqual([
      'Lyon',
      'London, England',
      'London, Ontario',
    ]);
  });
});

describe('ages', () => {
  it('stand in the order of the brackets, all of them, with an en dash', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ages), (keys) => {
        const { named, all } = ageDistribution(keys.map((key) => ({ key, share: 0.1 })));
        expect(named.map(({ key }) => key)).toEqual(ages.filter((key) => keys.includes(key)));
        expect(all).toEqual(named);
      }),
    );
    expect(
      ageDistribution([
        { key: '18-24', share: 0.5 },
        { key: '65+', share: 0.1 },
      ]).named.map(({ label }) => label),
    ).toEqual(['18–24', '65+']);
  });
});

describe('genders', () => {
  it('are female and male; all else is Others', () => {
    const { named, others } = genderDistribution([
      { key: 'other', share: 0.25 },
      { key: 'male', share: 0.25 },
      { key: 'female', share: 0.5 },
    ]);
    expect(named).toEqual([
      { key: 'female', label: 'Female', share: 0.5 },
      { key: 'male', label: 'Male', share: 0.25 },
    ]);
    expect(others).toBe(0.25);
  });

  it('of which one is not named is 0', () => {
    expect(genderDistribution([{ key: 'male', share: 1 }])).toEqual({
      named: [
        { key: 'female', label: 'Female', share: 0 },
        { key: 'male', label: 'Male', share: 1 },
      ],
      others: 0,
      all: expect.any(Array),
    });
  });
});
