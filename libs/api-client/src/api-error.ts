import { HttpErrorResponse } from '@angular/common/http';
import { TimeoutError } from 'rxjs';
import type { FieldError, Problem, ProblemCode } from '@linkage/contracts';

/**
 * `no-answer`: the server was not reached or took too long. `unreadable`: it answered with something that is no
 * problem+json.
 */
export type ApiErrorCode = ProblemCode | 'no-answer' | 'unreadable';

/** What went wrong with a request. `message` is a sentence for a person, `reference` finds the log line. */
export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    readonly status: number,
    detail: string,
    readonly fields: readonly FieldError[] = [],
    readonly reference: string | null = null,
  ) {
    super(detail);
    this.name = 'ApiError';
  }

  /** What the server says about one field; undefined: nothing. */
  field(name: string): string | undefined {
    return this.fields.find(({ field }) => field === name)?.message;
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' &&
  body !== null &&
  typeof (body as Partial<Problem>).code === 'string' &&
  typeof (body as Partial<Problem>).detail === 'string';

/** Whatever a request was rejected with, as an `ApiError`. */
export const toApiError = (error: unknown): ApiError => {
  if (error instanceof ApiError) return error;
  if (error instanceof TimeoutError) return new ApiError('no-answer', 0, 'The server did not answer in time.');
  if (!(error instanceof HttpErrorResponse))
    return new ApiError('unreadable', 0, 'The answer of the server could not be read.');
  if (isProblem(error.error)) {
    const { code, detail, errors, reference } = error.error;
    return new ApiError(code, error.status, detail, errors ?? [], reference ?? null);
  }
  if (error.status === 0) return new ApiError('no-answer', 0, 'The server could not be reached.');
  return new ApiError('unreadable', error.status, `The server answered with status ${error.status} and no reason.`);
};
