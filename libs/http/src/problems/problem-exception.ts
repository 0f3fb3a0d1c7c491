import type { FieldError, ProblemCode } from '@linkage/contracts';

export interface ProblemDetails {
  readonly status: number;
  readonly code: ProblemCode;
  /** A sentence for a person. */
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** Such as `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A refusal that is about HTTP itself: who may ask, how often, in which shape. What a decision refuses is a
 * `DomainError`.
 */
export class ProblemException extends Error {
  constructor(readonly problem: ProblemDetails) {
    super(problem.detail);
    this.name = 'ProblemException';
  }

  static invalid(field: string, message: string): ProblemException {
    return new ProblemException({
      status: 400,
      code: 'invalid-request',
      detail: message,
      errors: [{ field, message }],
    });
  }

  static notSignedIn(): ProblemException {
    return new ProblemException({
      status: 401,
      code: 'not-signed-in',
      detail: 'You are not signed in. Sign in and try again.',
    });
  }

  static otherWorkspace(): ProblemException {
    return new ProblemException({
      status: 409,
      code: 'other-workspace',
      detail: 'You are signed in to another workspace than the one this page shows. Nothing was done.',
    });
  }

  static tooManyAttempts(retryAfterSeconds: number): ProblemException {
    const seconds = Math.max(1, Math.ceil(retryAfterSeconds));
    const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
    return new ProblemException({
      status: 429,
      code: 'too-many-attempts',
      detail: `Too many attempts. Try again in ${wait}.`,
      headers: { 'retry-after': String(seconds) },
    });
  }

  static unavailable(detail: string, retryAfterSeconds: number): ProblemException {
    return new ProblemException({
      status: 503,
      code: 'unavailable',
      detail,
      headers: { 'retry-after': String(retryAfterSeconds) },
    });
  }
}
