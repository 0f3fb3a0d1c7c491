import type { GoogleError, GoogleOAuthError } from '@linkage/platforms/wire';

interface Where {
  readonly domain?: string;
  readonly location?: string;
  readonly locationType?: string;
  readonly status?: string;
  readonly details?: NonNullable<GoogleError['error']['details']>;
}

/** An answer of the Data or Analytics API that says no. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    message: string,
    private readonly where: Where = {},
  ) {
    super(message);
  }

  body(): GoogleError {
    const { domain = 'global', location, locationType, status, details } = this.where;
    return {
      error: {
        code: this.status,
        message: this.message,
        errors: [
          {
            message: this.message,
            domain,
            reason: this.reason,
            ...(location ? { location, locationType: locationType ?? 'parameter' } : {}),
          },
        ],
        ...(status ? { status } : {}),
        ...(details ? { details } : {}),
      },
    };
  }
}

const header = { location: 'Authorization', locationType: 'header' } as const;

const expected = 'Expected OAuth 2 access token, login cookie or other valid authentication credential.';
const unauthenticated = { ...header, status: 'UNAUTHENTICATED' } as const;

export const noToken = (): ApiError =>
  new ApiError(401, 'required', `Request is missing required authentication credential. ${expected}`, unauthenticated);
export const badToken = (): ApiError =>
  new ApiError(401, 'authError', `Request had invalid authentication credentials. ${expected}`, unauthenticated);
const insufficient = {
  '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
  reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
  domain: 'googleapis.com',
} as const;
export const scopeMissing = (service: string): ApiError =>
  new ApiError(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.', {
    status: 'PERMISSION_DENIED',
    details: [insufficient],
    domain: service,
  });
export const signupRequired = (): ApiError =>
  new ApiError(401, 'youtubeSignupRequired', 'Unauthorized', { ...header, domain: 'youtube.header' });
export const channelSuspended = (): ApiError =>
  new ApiError(
    403,
    'authenticatedUserAccountSuspended',
    'The authenticated user’s YouTube account has been suspended.',
    { domain: 'youtube.common' },
  );
export const channelClosed = (): ApiError =>
  new ApiError(403, 'authenticatedUserAccountClosed', 'The authenticated user’s YouTube account is closed.', {
    domain: 'youtube.common',
  });
export const forbidden = (): ApiError => new ApiError(403, 'forbidden', 'Forbidden');
export const badRequest = (reason: string, message: string, location: string): ApiError =>
  new ApiError(400, reason, message, { location, domain: 'youtube.parameter' });
const notSupported =
  'The query is not supported. Check the documentation at https://developers.google.com/youtube/analytics/v2/available_reports';
export const unsupportedQuery = (message = `${notSupported} for supported queries.`): ApiError =>
  new ApiError(400, 'badRequest', message, { status: 'INVALID_ARGUMENT' });
export const quotaExceeded = (): ApiError =>
  new ApiError(403, 'quotaExceeded', 'The request cannot be completed because you have exceeded your quota.', {
    domain: 'youtube.quota',
  });
export const tooFast = (): ApiError =>
  new ApiError(429, 'rateLimitExceeded', 'Resource has been exhausted (e.g. check quota).', {
    domain: 'usageLimits',
    status: 'RESOURCE_EXHAUSTED',
  });
export const backendError = (): ApiError =>
  new ApiError(500, 'backendError', 'Internal error encountered.', { status: 'INTERNAL' });

/** An answer of the token and revoke endpoints that says no. */
export class OAuthError extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    readonly description?: string,
  ) {
    super(error);
  }

  body(): GoogleOAuthError {
    return { error: this.error, ...(this.description === undefined ? {} : { error_description: this.description }) };
  }
}
