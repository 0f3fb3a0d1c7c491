import fc from 'fast-check';
import { dueAfterSuccess, dueAfterTrouble, jitterOf, pauseAfter } from './due-at';

const minute = 60_000;
const hour = 60 * minute;

describe('when a refresh is due', () => {
  it('24 h after the last one, less a jitter of up to 45 min that an account keeps', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(), (accountId, endedAt) => {
        const jitter = jitterOf(accountId);
        expect(jitter).toBeGreaterThanOrEqual(0);
        expect(jitter).toBeLessThan(45 * minute);
        expect(dueAfterSuccess(accountId, endedAt)).toBe(endedAt + 24 * hour - jitter);
      }),
    );
  });

  it('spreads accounts: every quarter of the jitter gets its share', () => {
    const ids = Array.from(
      { length: 4_000 },
      (_, index) => `01936000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    );
    const quarters = [0, 0, 0, 0];
    for (const id of ids) quarters[Math.floor(jitterOf(id) / ((45 * minute) / 4))]! += 1;
    for (const size of quarters) expect(size).toBeGreaterThan(800);
  });

  it('after trouble: 5 min, then twice as long each time, 6 h at most', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 100].map((troubles) => pauseAfter(troubles) / minute)).toEqual([
      5, 10, 20, 40, 80, 160, 320, 360, 360,
    ]);
    expect(dueAfterTrouble(3, 1_000, 'platform-down', null)).toBe(1_000 + 20 * minute);
  });

  it('after a limit that the platform does not say the end of: 15 min, then twice as long each time, 6 h at most', () => {
    const due = (troubles: number) => dueAfterTrouble(troubles, 0, 'rate-limited', null) / minute;
    expect([1, 2, 3, 6, 100].map(due)).toEqual([15, 30, 60, 360, 360]);
  });

  it('when the platform says so, but not before a minute and not after a day', () => {
    const retry = (at: number) => dueAfterTrouble(9, 0, 'rate-limited', new Date(at));
    expect(retry(15 * minute)).toBe(15 * minute);
    expect(retry(5_000)).toBe(minute);
    expect(retry(-hour)).toBe(minute);
    expect(retry(400 * hour)).toBe(24 * hour);
  });
});
