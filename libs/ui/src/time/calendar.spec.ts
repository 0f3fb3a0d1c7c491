import { clockTime, dayOf, momentOf, shiftDay, showTimeZone, shownTimeZone } from './calendar';
import { calendarDay, exactTime, plainDate } from './relative-time';

const utc = (text: string): number => Date.parse(`${text}Z`);

describe('days and hours of a time zone', () => {
  afterEach(() => showTimeZone(null));

  it('are those of the device until one is chosen', () =>
    expect(shownTimeZone()).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone));

  it.each([
    ['Asia/Tokyo', '2026-11-24', '01:30'],
    ['America/Los_Angeles', '2026-11-23', '08:30'],
    ['Pacific/Kiritimati', '2026-11-24', '06:30'],
    ['Asia/Kathmandu', '2026-11-23', '22:15'],
    ['UTC', '2026-11-23', '16:30'],
  ])('in %s', (zone, day, time) => {
    showTimeZone(zone);
    const at = utc('2026-11-23T16:30:00');
    expect([dayOf(at), clockTime(at)]).toEqual([day, time]);
    expect(momentOf(day, time)).toBe(at);
    expect(plainDate(at)).toBe(`${Number(day.slice(8))} Nov 2026`);
    expect(calendarDay(at, at)).toBe(`Today ${time}`);
  });

  it('name the zone where they are exact', () => {
    showTimeZone('Asia/Tokyo');
    expect(exactTime(utc('2026-11-23T16:30:00'))).toBe('24 Nov 2026, 01:30 GMT+9');
  });

  it('know a day of 23 hours, one of 25, and one that begins at one', () => {
    showTimeZone('Europe/Oslo');
    expect(momentOf('2026-03-30') - momentOf('2026-03-29')).toBe(23 * 3_600_000);
    expect(momentOf('2026-10-26') - momentOf('2026-10-25')).toBe(25 * 3_600_000);
    expect(momentOf('2026-10-25', '02:30')).toBe(utc('2026-10-25T00:30:00'));
    expect(momentOf('2026-03-29', '02:30')).toBe(utc('2026-03-29T01:30:00'));
    showTimeZone('America/Santiago');
    expect(momentOf('2026-09-06')).toBe(utc('2026-09-06T04:00:00'));
  });

  it('are counted by the calendar', () => {
    expect(shiftDay('2026-03-01', -1)).toBe('2026-02-28');
    expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01');
    expect(momentOf('')).toBeNaN();
  });
});
