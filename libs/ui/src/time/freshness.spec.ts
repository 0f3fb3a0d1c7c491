import { freshness } from './freshness';

describe('the ring of 24 hours', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');
  it.each([
    [0, 1],
    [6, 0.75],
    [24, 0],
    [300, 0],
    [-1, 1],
  ])('%d h after a refresh', (hours, left) => expect(freshness(now - hours * 3_600_000, now)).toBe(left));
});
