import { problemCodes, type FieldError, type ProblemCode } from '@linkage/contracts';
import {
  DomainError,
  LogUnavailable,
  ReadStoreUnavailable,
  VaultUnavailable,
  type DomainErrorKind,
} from '@linkage/event-sourcing';
import { HttpException } from '@nestjs/common';
import { ProblemException, type ProblemDetails } from './problem-exception';
import { protocolProblem } from './protocol-problems';

const statuses: Readonly<Record<DomainErrorKind, number>> = {
  invalid: 400,
  'not-found': 404,
  conflict: 409,
  'rule-broken': 422,
  forbidden: 403,
  'too-often': 429,
};

const fallbackCodes: Readonly<Record<DomainErrorKind, ProblemCode>> = {
  invalid: 'invalid-request',
  'not-found': 'not-found',
  conflict: 'conflict',
  'rule-broken': 'conflict',
  forbidden: 'forbidden',
  'too-often': 'too-many-attempts',
};

const isProblemCode = (code: string): code is ProblemCode => (problemCodes as readonly string[]).includes(code);

/** Of one field, or of each that the error names. */
const fieldErrorsOf = ({ message, details }: DomainError): readonly FieldError[] => {
  if (Array.isArray(details['errors'])) return details['errors'] as readonly FieldError[];
  return typeof details['field'] === 'string' ? [{ field: details['field'], message }] : [];
};

const ofDomainError = (error: DomainError): ProblemDetails => {
  const { kind, code, message, details } = error;
  const errors = [...fieldErrorsOf(error)];
  return {
    status: statuses[kind],
    code: isProblemCode(code) ? code : fallbackCodes[kind],
    detail: message,
    ...(errors.length > 0 && { errors }),
    ...(typeof details['retryAfterSeconds'] === 'number' && {
      headers: { 'retry-after': String(details['retryAfterSeconds']) },
    }),
  };
};

const internal: ProblemDetails = {
  status: 500,
  code: 'internal-error',
  detail:
    'Linkage could not do this. It is written down under the reference. Nothing half done stays behind; try again.',
};

const unavailable = (detail: string): ProblemDetails => ({
  status: 503,
  code: 'unavailable',
  detail,
  headers: { 'retry-after': '5' },
});

const NOT_REACHED =
  'Linkage cannot read or write its data right now, so this was not done. Try again in a few seconds.';
const noAnswer = (heedsKey: boolean): string => {
  const cure = heedsKey
    ? 'Try again in a few seconds; sending it again with the same Idempotency-Key is safe, for then it is done once.'
    : 'Look whether it was before you try again.';
  return `Linkage got no answer from its data store: this may or may not have been saved. ${cure}`;
};

/**
 * What a client is told of an error. Anything that is not expected says nothing of itself: its text may hold anything.
 * `bodyLimit` in bytes; `heedsKey`: whether the request is done once, however often it is sent.
 */
export function problemOf(error: unknown, bodyLimit: number, heedsKey: boolean): ProblemDetails {
  if (error instanceof ProblemException) return error.problem;
  if (error instanceof DomainError) return ofDomainError(error);
  if (error instanceof LogUnavailable) return unavailable(error.perhapsWritten ? noAnswer(heedsKey) : NOT_REACHED);
  if (error instanceof ReadStoreUnavailable || error instanceof VaultUnavailable) return unavailable(NOT_REACHED);
  if (error instanceof HttpException) return protocolProblem(error, bodyLimit) ?? internal;
  return internal;
}
