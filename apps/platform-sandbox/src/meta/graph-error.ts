import { digitId } from '../world/random';

/** Meta's error envelope: the same on all of its hosts. */
export interface GraphErrorBody {
  readonly error: {
    readonly message: string;
    readonly type: string;
    readonly code: number;
    readonly error_subcode?: number;
    readonly error_user_title?: string;
    readonly error_user_msg?: string;
    readonly is_transient?: boolean;
    readonly fbtrace_id: string;
  };
}

/**
 * An answer of one of Meta's Graph hosts that says no. The HTTP status is 400 nearly always: callers classify on code
 * and subcode.
 */
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

  body(trace: string): GraphErrorBody {
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
/** The platform wants the person to sign in and prove their identity. */
export const checkpoint = (): GraphError =>
  new GraphError(400, 190, `${invalid}: The user is enrolled in a blocking, logged-in checkpoint`, { subcode: 459 });
export const brokenInside = (): GraphError =>
  new GraphError(500, 2, 'An unexpected error has occurred. Please retry your request later.', { transient: true });
