import { computed } from '@angular/core';
import { dayOf, shiftDay, zoned } from './calendar';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The clock on screen moves in steps: two days less one step are two days. */
const TICK = 30_000;

/** Length of time in one short unit: `2 min`, `3 h`, `60 d`, `14 mo`, `3 y`. */
export const duration = (ms: number): string => {
  const length = Math.abs(ms) + TICK;
  if (length < HOUR) return `${Math.max(1, Math.floor(length / MINUTE))} min`;
  if (length < DAY) return `${Math.floor(length / HOUR)} h`;
  if (length < 100 * DAY) return `${Math.floor(length / DAY)} d`;
  if (length < 730 * DAY) return `${Math.floor(length / (30.44 * DAY))} mo`;
  return `${Math.floor(length / (365.25 * DAY))} y`;
};

/** `just now`, `2 min ago`, `60 d ago`, `in 20 h`. */
export const relativeTime = (at: number, now: number): string => {
  if (Math.abs(now - at) < 45_000) return 'just now';
  return at > now ? `in ${duration(at - now)}` : `${duration(now - at)} ago`;
};

const locale = 'en-GB';
/** All months with three letters, also the one that British English gives four. */
const short = (text: string): string => text.replace('Sept', 'Sep');
/** Anew when another time zone is chosen. */
const formats = computed(() => ({
  hour: new Intl.DateTimeFormat(locale, { ...zoned(), hour: '2-digit', minute: '2-digit' }),
  second: new Intl.DateTimeFormat(locale, { ...zoned(), hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  day: new Intl.DateTimeFormat(locale, { ...zoned(), day: 'numeric', month: 'short' }),
  date: new Intl.DateTimeFormat(locale, { ...zoned(), day: 'numeric', month: 'short', year: 'numeric' }),
  exact: new Intl.DateTimeFormat(locale, {
    ...zoned(),
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }),
}));

/**
 * A calendar day as people say it: `Today 09:41`, `Yesterday`, `24 Sep`, `24 Sep 2025`. `withHour` adds the hour to
 * every form but the last.
 */
export const calendarDay = (at: number, now: number, withHour = false): string => {
  const hour = formats().hour.format(at);
  const [day, today] = [dayOf(at), dayOf(now)];
  if (day === today) return `Today ${hour}`;
  if (day === shiftDay(today, -1)) return withHour ? `Yesterday ${hour}` : 'Yesterday';
  if (day.slice(0, 4) !== today.slice(0, 4)) return plainDate(at);
  const date = short(formats().day.format(at));
  return withHour ? `${date} ${hour}` : date;
};

/** The day as people say it with the time to the second: `Today 09:41:07`, `24 Sep 2025 09:41:07`. */
export const calendarSecond = (at: number, now: number): string =>
  `${dayOf(at) === dayOf(now) ? 'Today' : calendarDay(at, now)} ${formats().second.format(at)}`;

/** `23 Nov 2026` in the viewer's zone. */
export const plainDate = (at: number): string => short(formats().date.format(at));

/** `23 Nov 2026, 06:14 CET`: date, hour and zone, for tooltips and heads. */
export const exactTime = (at: number): string => short(formats().exact.format(at));
