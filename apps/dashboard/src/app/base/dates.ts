import { dayOf, momentOf, shiftDay } from '@linkage/ui';

/** The first instant of `2026-11-23` in the viewer's time zone. */
export const dayStart = (day: string): string => new Date(momentOf(day)).toISOString();

/** And its last one. */
export const dayEnd = (day: string): string => new Date(momentOf(shiftDay(day, 1)) - 1).toISOString();

/** As `Date` counts: 0 is Sunday. */
const weekdays = { sunday: 0, monday: 1, saturday: 6 } as const;
export type FirstDay = keyof typeof weekdays;

/** The day on which the week of this one began. */
export const weekStart = (day: string, firstDay: FirstDay): string =>
  shiftDay(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() - weekdays[firstDay] + 7) % 7));

export interface DateRange {
  from: string | null;
  to: string | null;
}

export const presets = (now: number, firstDay: FirstDay): { label: string; range: DateRange }[] => {
  const today = dayOf(now);
  const last = (days: number): DateRange => ({ from: shiftDay(today, 1 - days), to: today });
  return [
    { label: 'This week', range: { from: weekStart(today, firstDay), to: today } },
    { label: 'Last 7 days', range: last(7) },
    { label: 'Last 30 days', range: last(30) },
    { label: 'Last 90 days', range: last(90) },
    { label: 'This year', range: { from: `${today.slice(0, 4)}-01-01`, to: today } },
  ];
};

const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

const short = (text: string): string => text.replaceAll('Sept', 'Sep');

/** `1–23 Nov 2026`, `since 1 Nov 2026`, `until 23 Nov 2026`. */
export const rangeLabel = (from: string | undefined, to: string | undefined): string => {
  if (from !== undefined && to !== undefined) return short(format.formatRange(Date.parse(from), Date.parse(to)));
  if (from !== undefined) return `since ${short(format.format(Date.parse(from)))}`;
  return to === undefined ? 'Any date' : `until ${short(format.format(Date.parse(to)))}`;
};
