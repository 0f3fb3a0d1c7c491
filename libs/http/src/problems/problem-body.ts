import { STATUS_CODES } from 'node:http';
import type { Problem } from '@linkage/contracts';
import type { ProblemDetails } from './problem-exception';

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** RFC 9457. `type` names the code; it is an identifier, not an address to look up. */
export const problemBody = ({ status, code, detail, errors }: ProblemDetails, reference: string): Problem => ({
  type: `urn:linkage:problem:${code}`,
  title: STATUS_CODES[status] ?? 'Error',
  status,
  code,
  detail,
  ...(errors && { errors: [...errors] }),
  reference,
});
