import { MAIL_MAX_AGE_MS, nextTry } from './next-try';

const askedAt = '2026-11-01T00:00:00.000Z';

/** When each try happens, if every one fails at once. */
const tries = (): readonly number[] => {
  const times = [0];
  for (;;) {
    const now = new Date(Date.parse(askedAt) + (times.at(-1) ?? 0));
    const next = nextTry(askedAt, times.length, now);
    if (next === null) return times;
    times.push(Date.parse(next) - Date.parse(askedAt));
  }
};

describe('when a mail is tried again', () => {
  it('comes after growing gaps', () => {
    const times = tries();
    const gaps = times.slice(1).map((time, n) => time - (times[n] ?? 0));
    expect(gaps.slice(0, 3)).toEqual([15_000, 60_000, 300_000]);
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
  });

  it('ends within 72 hours, not long before they are over, and not after hundreds of tries', () => {
    const times = tries();
    expect(times.at(-1)).toBeLessThanOrEqual(MAIL_MAX_AGE_MS);
    expect(times.at(-1)).toBeGreaterThan(MAIL_MAX_AGE_MS - 4 * 3_600_000);
    expect(times.length).toBeLessThan(40);
  });

  it('is never, once the mail is too old', () => {
    expect(nextTry(askedAt, 3, new Date(Date.parse(askedAt) + MAIL_MAX_AGE_MS + 1))).toBeNull();
  });
});
