import { calendarDay, calendarSecond, duration, exactTime, plainDate, relativeTime } from './relative-time';

const at = (year: number, month: number, day: number, hour = 12, minute = 0): number =>
  new Date(year, month - 1, day, hour, minute).getTime();
const now = at(2026, 11, 23, 9, 43);
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

describe('how long ago', () => {
  it.each([
    [10_000, 'just now'],
    [2 * MINUTE, '2 min ago'],
    [59 * MINUTE, '59 min ago'],
    [3.4 * HOUR, '3 h ago'],
    [23.9 * HOUR, '23 h ago'],
    [2 * DAY, '2 d ago'],
    [2 * DAY - 20_000, '2 d ago'],
    [60 * DAY, '60 d ago'],
    [380 * DAY, '12 mo ago'],
    [800 * DAY, '2 y ago'],
    [-20.3 * HOUR, 'in 20 h'],
  ])('%d ms is %s', (ms, text) => expect(relativeTime(now - ms, now)).toBe(text));

  it('never says 0 min', () => expect(duration(1_000)).toBe('1 min'));
});

describe('the day as people say it', () => {
  it.each([
    [at(2026, 11, 23, 9, 41), 'Today 09:41', 'Today 09:41'],
    [at(2026, 11, 22, 23, 59), 'Yesterday', 'Yesterday 23:59'],
    [at(2026, 11, 21, 16, 47), '21 Nov', '21 Nov 16:47'],
    [at(2026, 9, 24), '24 Sep', '24 Sep 12:00'],
    [at(2025, 12, 31), '31 Dec 2025', '31 Dec 2025'],
  ])('%d', (then, day, withHour) => {
    expect(calendarDay(then, now)).toBe(day);
    expect(calendarDay(then, now, true)).toBe(withHour);
  });

  it.each([
    [at(2026, 11, 23, 9, 41), 'Today 09:41:07'],
    [at(2026, 11, 22, 23, 59), 'Yesterday 23:59:07'],
    [at(2026, 9, 24), '24 Sep 12:00:07'],
    [at(2025, 12, 31), '31 Dec 2025 12:00:07'],
  ])('to the second: %d is %s', (then, text) => expect(calendarSecond(then + 7_000, now)).toBe(text));

  it('gives dates in full where asked', () => {
    expect(plainDate(at(2026, 9, 3))).toBe('3 Sep 2026');
    expect(exactTime(at(2026, 11, 23, 6, 14))).toMatch(/^23 Nov 2026, 06:14 \S+/);
  });
});
