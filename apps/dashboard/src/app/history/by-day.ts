import type { HistoryItem } from '@linkage/contracts';
import { clockTime, dayOf, shiftDay } from '@linkage/ui';

export interface Day {
  /** "Today", "Yesterday" or "Wednesday 14 October 2026", in the viewer's zone. */
  readonly label: string;
  readonly items: readonly HistoryItem[];
}

/** Of the day as such, which is the same in every time zone. */
const long = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

const labelOf = (day: string, now: number | null): string => {
  const name = long.format(Date.parse(day)).replace(',', '');
  if (now === null) return name;
  const today = dayOf(now);
  if (day === today) return `Today, ${name}`;
  return day === shiftDay(today, -1) ? `Yesterday, ${name}` : name;
};

/**
 * Facts under the day they were recorded on; they come in order. `now`: null where no day is today, because the page
 * shows the past.
 */
export const byDay = (items: readonly HistoryItem[], now: number | null): readonly Day[] => {
  const days = new Map<string, HistoryItem[]>();
  for (const item of items) {
    const day = dayOf(Date.parse(item.at));
    const ofDay = days.get(day);
    if (ofDay) ofDay.push(item);
    else days.set(day, [item]);
  }
  return [...days].map(([day, ofDay]) => ({ label: labelOf(day, now), items: ofDay }));
};

/** `18:22` */
export const hourOf = (at: string): string => clockTime(Date.parse(at));
