import * as fc from 'fast-check';
import { inAgeOrder, sharesOf, sumOf } from './audience-shares';

const parts = fc.array(
  fc.record({ key: fc.constantFrom('DE', 'FR', 'US', 'IN', 'BR'), amount: fc.integer({ min: 0, max: 1e9 }) }),
  { maxLength: 20 },
);

describe('shares of an audience', () => {
  it('never add up to more than the whole, come largest first and name nothing twice', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 1e9 }), (all, unknown) => {
        const shares = sharesOf(all, sumOf(all) + unknown);
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
        expect([...shares].sort((one, other) => other.share - one.share)).toEqual(shares);
        expect(new Set(shares.map(({ key }) => key)).size).toBe(shares.length);
        expect(shares.every(({ share }) => share > 0)).toBe(true);
      }),
    );
  });

  it('leave what is missing to the whole unnamed', () => {
    expect(
      sharesOf(
        [
          { key: 'DE', amount: 30 },
          { key: 'FR', amount: 50 },
        ],
        100,
      ),
    ).toEqual([
      { key: 'FR', share: 0.5 },
      { key: 'DE', share: 0.3 },
    ]);
  });

  it('of ages come in the order of the brackets', () => {
    const shares = [
      { key: '65+', share: 0.5 },
      { key: '13-17', share: 0.2 },
      { key: '25-34', share: 0.3 },
    ];
    expect(inAgeOrder(shares).map(({ key }) => key)).toEqual(['13-17', '25-34', '65+']);
  });
});
