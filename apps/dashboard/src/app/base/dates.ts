/** A day in the viewer's zone as `2026-11-23`. */
export const isoDay = (at: number): string => {
  const day = new Date(at);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
};

/** The first instant of `2026-11-23` where the viewer is. */
export const dayStart = (day: string): string => new Date(`${day}T00:00:00`).toISOString();

/** And its last one. */
export const dayEnd = (day: string): string => new Date(`${day}T23:59:59.999`).toISOString();

const DAY = 86_400_000;

export interface DateRange {
  from: string | null;
  to: string | null;
}

export const presets = (now: number): { label: string; range: DateRange }[] => {
  const last = (days: number): DateRange => ({ from: isoDay(now - (days - 1) * DAY), to: isoDay(now) });
  return [
    { label: 'Last 7 days', range: last(7) },
    { label: 'Last 30 days', range: last(30) },
    { label: 'Last 90 days', range: last(90) },
    { label: 'This year', range: { from: `${new Date(now).getFullYear()}-01-01`, to: isoDay(now) } },
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
