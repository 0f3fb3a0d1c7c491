import { IDEMPOTENCY_HEADER } from '@linkage/contracts';
import type { IdempotencyKey } from '@linkage/event-sourcing';
import { ProblemException } from '../problems/problem-exception';
import { requestScope } from './request-scope';

/** The `Idempotency-Key` of the running request, bound to what it asks for; undefined when there is none. */
export const idempotencyKey = (): IdempotencyKey | undefined => {
  const scope = requestScope();
  const key = scope?.idempotencyKey;
  if (scope && key) scope.heedsKey = true;
  return key;
};

/** @throws ProblemException for a key that is not 1 to 200 visible ASCII characters */
export function readIdempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && /^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw ProblemException.invalid(
    IDEMPOTENCY_HEADER,
    'Use 1 to 200 letters, digits or signs, no spaces; a UUID is best.',
  );
}
