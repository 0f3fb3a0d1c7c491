import { clockTime, dayOf, momentOf } from '@linkage/ui';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Usual moments to look back to, as ISO UTC. */
export const usualMoments = (now: number): { label: string; moment: string }[] =>
  [
    { label: '1 hour ago', ago: HOUR },
    { label: 'Yesterday', ago: DAY },
    { label: '7 days ago', ago: 7 * DAY },
    { label: '30 days ago', ago: 30 * DAY },
  ].map(({ label, ago }) => ({ label, moment: new Date(toMinute(now - ago)).toISOString() }));

/** Whole minutes, so that the same choice gives the same address for a while. */
const toMinute = (at: number): number => at - (at % 60_000);

/** Date and time as the fields of a form hold them, in the viewer's zone. */
export const fieldsOf = (at: number): { date: string; time: string } => ({ date: dayOf(at), time: clockTime(at) });

type FromFields = { readonly moment: string } | { readonly problem: string };

/** The moment that the fields name where the viewer is, or what is wrong with it. */
export const momentFrom = (
  { date, time }: { readonly date: string; readonly time: string },
  now: number,
): FromFields => {
  const at = momentOf(date, time);
  if (date === '' || time === '' || Number.isNaN(at)) return { problem: 'Enter a date and a time.' };
  if (at > now) return { problem: 'This is in the future.' };
  return { moment: new Date(at).toISOString() };
};
