import { isDay } from '@linkage/contracts';
import { ProblemException } from '../problems/problem-exception';

const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * A moment that has been, from the query parameter `name`; undefined when it is absent.
 * @throws ProblemException that names the parameter: it is no time, it was given twice, or it is yet to come
 */
export const pastMoment = (query: Readonly<Record<string, unknown>>, name: string, now: Date): Date | undefined => {
  const given = query[name];
  if (given === undefined) return undefined;
  const moment =
    typeof given === 'string' && form.test(given) && isDay(given.slice(0, 10)) ? new Date(given) : new Date(NaN);
  if (Number.isNaN(moment.getTime()))
    throw ProblemException.invalid(name, 'Give one time with its offset, such as 2026-11-21T09:00:00Z.');
  if (moment > now) throw ProblemException.invalid(name, `This moment is yet to come. It is now ${now.toISOString()}.`);
  return moment;
};
