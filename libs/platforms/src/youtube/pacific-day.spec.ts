import { daysBefore, nextPacificMidnight, pacificDay, yesterday } from './pacific-day';

describe("YouTube's days", () => {
  it.each([
    ['2026-11-23T12:00:00Z', '2026-11-23', '2026-11-22', '2026-11-24T08:00:00.000Z'],
    ['2026-11-23T07:59:59.900Z', '2026-11-22', '2026-11-21', '2026-11-23T08:00:00.000Z'],
    ['2026-11-23T08:00:00Z', '2026-11-23', '2026-11-22', '2026-11-24T08:00:00.000Z'],
    ['2026-07-01T06:59:00Z', '2026-06-30', '2026-06-29', '2026-07-01T07:00:00.000Z'],
    ['2026-01-01T08:00:00Z', '2026-01-01', '2025-12-31', '2026-01-02T08:00:00.000Z'],
  ])('at %s it is %s', (time, day, before, midnight) => {
    expect(pacificDay(new Date(time))).toBe(day);
    expect(yesterday(new Date(time))).toBe(before);
    expect(nextPacificMidnight(new Date(time)).toISOString()).toBe(midnight);
  });

  it('counts back over leap days', () => expect(daysBefore('2024-03-01', 1)).toBe('2024-02-29'));
});
