import { Rate } from './rate';

describe('a rate', () => {
  it('is averaged over the last whole seconds', () => {
    const rate = new Rate();
    expect(rate.perSecond(0)).toBe(0);
    rate.add(100, 1_200);
    rate.add(50, 1_900);
    expect(rate.perSecond(1_950)).toBe(0);
    expect(rate.perSecond(2_000)).toBe(30);
    rate.add(1, 2_100);
    expect(rate.perSecond(3_000)).toBe(30.2);
    expect(rate.perSecond(6_999)).toBe(30.2);
    expect(rate.perSecond(7_000)).toBe(0.2);
    expect(rate.perSecond(60_000)).toBe(0);
  });
});
