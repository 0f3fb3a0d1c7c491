import type { HttpException } from '@nestjs/common';
import { bodyTooLarge } from './body-problems';
import type { ProblemDetails } from './problem-exception';

const invalid = (detail: string): ProblemDetails => ({ status: 400, code: 'invalid-request', detail });
const notFound: ProblemDetails = { status: 404, code: 'not-found', detail: 'There is nothing at this address.' };

const byFastifyCode: Readonly<Record<string, ProblemDetails>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'unsupported-media-type',
    detail: 'Send the body as JSON, with Content-Type: application/json.',
  },
  FST_ERR_CTP_INVALID_JSON_BODY: invalid('The body is not valid JSON. Look for a missing quote, comma or brace.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: invalid('The body is not as long as Content-Length says. Send it whole.'),
  FST_ERR_BAD_URL: invalid('This address is not well formed: a percent sign in it stands for nothing.'),
  FST_ERR_MAX_PARAM_LENGTH: notFound,
  FST_ERR_PARAM_LENGTH: notFound,
};

const byStatus: Readonly<Record<number, ProblemDetails>> = {
  400: invalid('This request cannot be understood.'),
  401: { status: 401, code: 'not-signed-in', detail: 'You are not signed in. Sign in and try again.' },
  403: { status: 403, code: 'forbidden', detail: 'This is not allowed.' },
  404: notFound,
  405: { status: 405, code: 'not-found', detail: 'This address does not take this method.' },
  414: notFound,
  415: byFastifyCode['FST_ERR_CTP_INVALID_MEDIA_TYPE'] as ProblemDetails,
  503: {
    status: 503,
    code: 'unavailable',
    detail: 'Linkage is not ready. Try again in a few seconds.',
    headers: { 'retry-after': '5' },
  },
};

const fastifyCodeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/**
 * Problems of the protocol itself; undefined: not one that a client can do anything about. `bodyLimit` is what the
 * route takes, in bytes.
 */
export function protocolProblem(error: HttpException, bodyLimit: number): ProblemDetails | undefined {
  if (error.getStatus() === 413) return bodyTooLarge(bodyLimit);
  return byFastifyCode[fastifyCodeOf(error.cause) ?? ''] ?? byStatus[error.getStatus()];
}

/** For what the router refuses before any route is known. */
export const frameworkProblem = (error: Error): ProblemDetails =>
  byFastifyCode[fastifyCodeOf(error) ?? ''] ?? invalid('This request cannot be understood.');
