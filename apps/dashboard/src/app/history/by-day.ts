import type { HistoryItem } from '@linkage/contracts';

export interface Day {
  /** "Today", "Yesterday" or "Wednesday 14 October 2026", in the viewer's zone. */
  readonly label: string;
  readonly items: readonly HistoryItem[];
}

const long = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

const startOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

const labelOf = (start: number, now: number): string => {
  const name = long.format(start).replace(',', '');
  if (start === startOf(now)) return `Today, ${name}`;
  return start === startOf(startOf(now) - 1) ? `Yesterday, ${name}` : name;
};

/** Facts under the day they were recorded on; they come in order. */
export const byDay = (items: readonly HistoryItem[], now: number): readonly Day[] => {
  const days = new Map<number, HistoryItem[]>();
  for (const item of items) {
    const start = startOf(Date.parse(item.at));
    const day = days.get(start);
    if (day) day.push(item);
    else days.set(start, [item]);
  }
  return [...days].map(([start, ofDay]) => ({ label: labelOf(start, now), items: ofDay }));
};

/** `18:22` */
export const hourOf = (at: string): string => hour.format(Date.parse(at));
