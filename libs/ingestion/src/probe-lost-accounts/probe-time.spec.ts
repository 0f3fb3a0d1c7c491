import { jitterOf } from '../refresh/due-at';
import { lastProbeTime } from './probe-time';

const hour = 3_600_000;
const day = 24 * hour;
const lostAt = Date.parse('2026-11-23T06:00:00.000Z');
const account = '01936000-0000-7000-8000-00000000000a';
const jitter = jitterOf(account);
const timeAfter = (ms: number): number | null => lastProbeTime(account, lostAt, lostAt + ms);

describe('when a lost account is asked again', () => {
  it.each([
    ['not at once', 2 * hour + jitter - 1, null],
    ['after two hours', 2 * hour + jitter, 2 * hour],
    ['once for these', 8 * hour + jitter - 1, 2 * hour],
    ['after eight hours', 8 * hour + jitter, 8 * hour],
    ['after a day', day + jitter, day],
    ['once a day', 2 * day + jitter - 1, day],
    ['every day', 12 * day + 5 * hour, 12 * day],
    ['for thirty days', 30 * day, 29 * day],
  ])('%s', (_what, passed, expected) => {
    expect(timeAfter(passed)).toBe(expected === null ? null : lostAt + jitter + expected);
  });

  it('not any more after thirty days, nor before it was lost, as a clock set back has it', () => {
    expect(timeAfter(30 * day + 1)).toBeNull();
    expect(timeAfter(-day)).toBeNull();
  });

  it('accounts that were lost together are not asked together', () => {
    const times = Array.from({ length: 200 }, (_, n) => lastProbeTime(`account-${n}`, lostAt, lostAt + 3 * hour));
    expect(new Set(times).size).toBeGreaterThan(190);
    expect(Math.max(...times.map(Number)) - Math.min(...times.map(Number))).toBeGreaterThan(40 * 60_000);
  });
});
