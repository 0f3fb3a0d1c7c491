import type { TiktokAnswer, TiktokOAuthError, TiktokVerdict } from '@linkage/platforms/wire';
import { digitId, letterId } from '../world/random';

/** `20261123120000` and letters, as TikTok numbers its answers. */
export const logId = (at: number, ...key: readonly (string | number)[]): string =>
  `${new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)}${digitId(6, ...key)}${letterId(12, ...key).toUpperCase()}`;

/** An answer of the Display API that says no. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: TiktokVerdict['code'],
    message: string,
  ) {
    super(message);
  }

  body(log: string): TiktokAnswer<object> {
    return { data: {}, error: { code: this.code, message: this.message, log_id: log } };
  }
}

export const badToken = (): ApiError =>
  new ApiError(401, 'access_token_invalid', 'The access token is invalid or not found in the request.');
export const scopeMissing = (): ApiError =>
  new ApiError(
    401,
    'scope_not_authorized',
    'The user did not authorize the scope required for completing this request.',
  );
export const badParameters = (message: string): ApiError => new ApiError(400, 'invalid_params', message);
export const tooFast = (): ApiError =>
  new ApiError(429, 'rate_limit_exceeded', 'The API rate limit was exceeded. Please try again later.');
export const brokenInside = (): ApiError => new ApiError(500, 'internal_error', 'An internal error occurred.');

/** An answer of the token and revoke endpoints that says no. */
export class OAuthError extends Error {
  constructor(
    readonly status: number,
    readonly error: TiktokOAuthError['error'],
    readonly description: string,
  ) {
    super(description);
  }

  body(log: string): TiktokOAuthError {
    return { error: this.error, error_description: this.description, log_id: log };
  }
}
