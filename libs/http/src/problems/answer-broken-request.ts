import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { newId } from '@linkage/event-sourcing';
import { noContentPolicy } from '../security/content-security-policy';
import { PROBLEM_JSON, problemBody } from './problem-body';
import type { ProblemDetails } from './problem-exception';

const problems: Readonly<Record<string, ProblemDetails>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'headers-too-large',
    detail: 'Address, headers and cookies together are larger than 16 kB. Send less, or delete the cookies of Linkage.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    code: 'body-too-large',
    detail: 'The extensions of the chunks of this request are too large. Leave them out.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'request-too-slow',
    detail: 'The request did not arrive in time. Send it again.',
  },
};
const malformed: ProblemDetails = {
  status: 400,
  code: 'invalid-request',
  detail: 'This is not well-formed HTTP.',
};

/** For what is refused before there is a request: only the bare connection can be answered, and then it ends. */
export function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy(error);
    return;
  }
  const problem = problems[error.code ?? ''] ?? malformed;
  const body = JSON.stringify(problemBody(problem, newId()));
  const headers = {
    'content-type': PROBLEM_JSON,
    'content-length': Buffer.byteLength(body),
    'content-security-policy': noContentPolicy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`, ...lines, '', body].join('\r\n'), () =>
    socket.destroy(error),
  );
}
