import type { FastifyReply, FastifyRequest } from 'fastify';
import { plainPagePolicy } from '../pages/plain-page';
import { wantsPage } from '../pages/wants-page';
import { cspNonce } from '../security/content-security-policy';
import { PROBLEM_JSON, problemBody } from './problem-body';
import type { ProblemDetails } from './problem-exception';
import { problemPage } from './problem-page';

/** The same may be answered otherwise a little later. */
const passes = ({ status }: ProblemDetails): boolean => status >= 500 || status === 429;

/** A problem as its reader can take it: a program as JSON, a person in front of a browser as a page. */
export function sendProblem(
  request: Pick<FastifyRequest, 'method' | 'url' | 'headers'>,
  reply: FastifyReply,
  problem: ProblemDetails,
  reference: string,
): FastifyReply {
  reply
    .code(problem.status)
    .headers({ ...problem.headers })
    .header('cache-control', 'no-store');
  if (!wantsPage(request)) return reply.header('content-type', PROBLEM_JSON).send(problemBody(problem, reference));
  const nonce = cspNonce();
  // A path that begins with two slashes would lead to another server.
  const again = passes(problem) && request.method === 'GET' && /^\/(?!\/)/.test(request.url) ? request.url : null;
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', plainPagePolicy(nonce))
    .send(problemPage(problem, { again, reference, nonce }));
}
