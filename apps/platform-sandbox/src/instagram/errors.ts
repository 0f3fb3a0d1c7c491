import type { InstagramError } from '@linkage/platforms/wire';
import { digitId } from '../world/random';

/** An answer of the Graph host that says no. The HTTP status is 400 nearly always: callers classify on code and subcode. */
export class GraphError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly more: {
      subcode?: number;
      type?: string;
      transient?: boolean;
      userTitle?: string;
      userMessage?: string;
    } = {},
  ) {
    super(message);
  }

  body(trace: string): InstagramError {
    const { subcode, type = 'OAuthException', transient, userTitle, userMessage } = this.more;
    return {
      error: {
        message: this.message,
        type,
        code: this.code,
        ...(subcode === undefined ? {} : { error_subcode: subcode }),
        ...(transient === undefined ? {} : { is_transient: transient }),
        ...(userTitle === undefined ? {} : { error_user_title: userTitle }),
        ...(userMessage === undefined ? {} : { error_user_msg: userMessage }),
        fbtrace_id: trace,
      },
    };
  }
}

/** Like `A8VQ…`: for support, unlike on every answer. */
export const traceId = (...key: readonly (string | number)[]): string => `A${digitId(20, ...key)}`;

const invalid = 'Error validating access token';
const time = (at: number): string => `${new Date(at).toUTCString().replace(' GMT', '')} UTC`;

export const noToken = (): GraphError =>
  new GraphError(400, 104, 'An access token is required to request this resource.');
export const badToken = (): GraphError =>
  new GraphError(400, 190, 'Invalid OAuth access token - Cannot parse access token');
export const expired = (at: number, now: number): GraphError =>
  new GraphError(400, 190, `${invalid}: Session has expired on ${time(at)}. The current time is ${time(now)}.`, {
    subcode: 463,
  });
export const passwordChanged = (): GraphError =>
  new GraphError(
    400,
    190,
    `${invalid}: The session has been invalidated because the user changed their password or for security reasons.`,
    { subcode: 460 },
  );
export const appRemoved = (): GraphError =>
  new GraphError(400, 190, `${invalid}: The user has not authorized the application.`, { subcode: 458 });
export const notAllowed = (): GraphError =>
  new GraphError(400, 10, '(#10) Application does not have permission for this action');
export const parameter = (message: string): GraphError =>
  new GraphError(400, 100, `(#100) ${message}`, { type: 'IGApiException' });
const orNotYours = 'cannot be loaded due to missing permissions, or does not support this operation';
export const gone = (id: string): GraphError =>
  new GraphError(400, 100, `Unsupported get request. Object with ID '${id}' does not exist, ${orNotYours}`, {
    type: 'IGApiException',
    subcode: 33,
  });
export const fewViewers = (): GraphError =>
  new GraphError(400, 10, '(#10) Not enough viewers for the media to show insights', { type: 'IGApiException' });
export const beforeProfessional = (): GraphError =>
  new GraphError(400, 100, 'Invalid parameter', {
    subcode: 2108006,
    userTitle: 'Media Posted Before Business Account Conversion',
    userMessage:
      'The media was posted before the most recent time that the user’s account was converted to a business account from a personal account.',
  });
export const fewFollowers = (): GraphError =>
  new GraphError(400, 100, 'Invalid parameter', {
    subcode: 2874010,
    userTitle: 'Not enough users',
    userMessage: 'Not enough users to show this metric: it needs at least 100.',
  });
export const rateLimited = (): GraphError =>
  new GraphError(400, 4, '(#4) Application request limit reached', { type: 'IGApiException', transient: true });
export const brokenInside = (): GraphError =>
  new GraphError(500, 2, 'An unexpected error has occurred. Please retry your request later.', { transient: true });
