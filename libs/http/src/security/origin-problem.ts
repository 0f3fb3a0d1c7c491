import type { IncomingHttpHeaders } from 'node:http';
import type { ProblemDetails } from '../problems/problem-exception';

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

const refused: ProblemDetails = {
  status: 403,
  code: 'origin-refused',
  detail:
    'This request does not come from a page of Linkage, so nothing was changed. Scripts: send the header Origin with the address of Linkage.',
};

/**
 * A request that changes something must come from a page of ours. Browsers send `Origin` with it (`null` where the page
 * sends no referrer) and `Sec-Fetch-Site`; a program that sends neither may ask as long as it brings no cookie, because
 * a forged request lives by the cookie.
 */
export function originProblem(
  method: string,
  headers: IncomingHttpHeaders,
  publicOrigin: string,
): ProblemDetails | undefined {
  if (safeMethods.has(method)) return undefined;
  const { origin, cookie } = headers;
  const site = headers['sec-fetch-site'];
  if (origin !== undefined && origin !== 'null') return origin === publicOrigin ? undefined : refused;
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? undefined : refused;
  return cookie === undefined && origin === undefined ? undefined : refused;
}
