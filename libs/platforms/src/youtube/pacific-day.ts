import { isLoss, known } from '../loss';
import type { ReadChannel } from './youtube.answers';

/** YouTube counts days, and resets quotas, in Pacific time. */
const pacificClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const dayMs = 86_400_000;

const partsOf = (at: Date): Record<string, string> =>
  Object.fromEntries(pacificClock.formatToParts(at).map((part) => [part.type, part.value]));

/** `2026-11-23`, the day in Pacific time. */
export function pacificDay(at: Date): string {
  const { year, month, day } = partsOf(at);
  return `${year}-${month}-${day}`;
}

/** A day that many days before `day` (`YYYY-MM-DD`). */
export const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);

/** The last day that reports are asked for: they lag, and today is never whole. */
export const yesterday = (now: Date): string => daysBefore(pacificDay(now), 1);

/** The next 00:00 in Pacific time. Right to the second but in the two nights a year when clocks change. */
export function nextPacificMidnight(now: Date): Date {
  const { hour, minute, second } = partsOf(now);
  const sinceMidnight = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) * 1000;
  return new Date(now.getTime() - (now.getTime() % 1000) + dayMs - sinceMidnight);
}

const youtubesFirstDay = '2005-02-14';

/** The days for which a channel can have reports. */
export function lifetimeOf(
  { snippet }: Pick<ReadChannel, 'snippet'>,
  now: Date,
): { startDate: string; endDate: string } {
  const publishedAt = isLoss(snippet) ? undefined : known(snippet.publishedAt);
  const startDate = publishedAt === undefined ? youtubesFirstDay : pacificDay(new Date(publishedAt));
  return { startDate, endDate: yesterday(now) };
}
