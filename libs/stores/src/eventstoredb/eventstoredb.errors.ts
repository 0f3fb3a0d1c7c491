import { ErrorType, isCommandError } from '@eventstore/db-client';
import { LogUnavailable } from '@linkage/event-sourcing';

/** An append may be written nevertheless: repeat it with the same ids. */
const passing = new Set<string>([
  ErrorType.UNAVAILABLE,
  ErrorType.TIMEOUT,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.CANCELLED,
  ErrorType.UNKNOWN,
  ErrorType.NOT_LEADER,
]);

/** In untranslated calls: cancelled, unknown, deadline, aborted, internal, unavailable. */
const passingCodes = new Set<unknown>([1, 2, 4, 10, 13, 14]);
/** Refusals that the client calls unknown: a bad argument, no permission, out of range, no such method. */
const refusals = new Set<unknown>([3, 7, 11, 12]);
const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined);

/** The server accepts connections but does not answer. */
export class NoAnswer extends Error {
  constructor(milliseconds: number) {
    super(`no answer within ${milliseconds / 1000} s`);
    this.name = 'NoAnswer';
  }
}

export const isPassing = (error: unknown): boolean =>
  error instanceof NoAnswer ||
  (error instanceof Error &&
    (isCommandError(error)
      ? passing.has(error.type) && !refusals.has(codeOf(error))
      : passingCodes.has(codeOf(error))));

export const isType = (error: unknown, type: ErrorType): boolean =>
  error instanceof Error && isCommandError(error) && error.type === type;

export const isUnsent = (error: unknown): boolean =>
  error instanceof Error && /No connection established/.test(error.message);

/** Conflicts pass as they are. */
export const toLogError = (error: unknown, perhapsWritten = false): Error => {
  if (isPassing(error))
    return new LogUnavailable('EventStoreDB does not answer.', true, { cause: error, perhapsWritten });
  if (!(error instanceof Error) || !isCommandError(error))
    return error instanceof Error ? error : new Error(String(error));
  if (error.type === ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED)
    return new LogUnavailable('The facts are larger than EventStoreDB takes in one append (1 MiB).', false, {
      cause: error,
      perhapsWritten,
    });
  return new LogUnavailable(`EventStoreDB refused (${error.type}).`, false, { cause: error, perhapsWritten });
};
