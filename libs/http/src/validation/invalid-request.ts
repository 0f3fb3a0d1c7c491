import type { FieldError } from '@linkage/contracts';
import { ProblemException } from '../problems/problem-exception';

/** A caller that sends more wrong fields mends these first. */
const MOST_TOLD = 20;
const LONGEST_NAME = 60;

const shortened = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name);

/** Names the fields and the cure for each, 20 at most. */
export const invalidRequest = (errors: readonly FieldError[]): ProblemException => {
  const told = errors.slice(0, MOST_TOLD).map(({ field, message }) => ({ field: shortened(field), message }));
  const more = errors.length - told.length;
  const names = told.map(({ field }) => field).join(', ');
  return new ProblemException({
    status: 400,
    code: 'invalid-request',
    detail:
      told.length === 1 ? (told[0]?.message ?? '') : `Change these: ${names}${more > 0 ? `, and ${more} more` : ''}.`,
    errors: told,
  });
};
