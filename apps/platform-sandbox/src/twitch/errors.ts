import type { TwitchError } from '@linkage/platforms/wire';

/** An answer that says no. `id.twitch.tv` leaves `error` out. */
export class TwitchRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    private readonly error?: string,
  ) {
    super(message);
  }

  body(): TwitchError {
    return { ...(this.error !== undefined && { error: this.error }), status: this.status, message: this.message };
  }
}

export const badToken = (): TwitchRefusal => new TwitchRefusal(401, 'Invalid OAuth token', 'Unauthorized');
export const noToken = (): TwitchRefusal => new TwitchRefusal(401, 'OAuth token is missing', 'Unauthorized');
export const noClientId = (): TwitchRefusal => new TwitchRefusal(401, 'Client ID is missing', 'Unauthorized');
export const otherClientId = (): TwitchRefusal =>
  new TwitchRefusal(401, 'Client ID and OAuth token do not match', 'Unauthorized');
export const badRequest = (message: string): TwitchRefusal => new TwitchRefusal(400, message, 'Bad Request');
export const scopeMissing = (): TwitchRefusal =>
  new TwitchRefusal(401, 'Missing scope: moderator:read:followers', 'Unauthorized');
export const tooFast = (): TwitchRefusal => new TwitchRefusal(429, 'Rate limit exceeded', 'Too Many Requests');
export const brokenInside = (): TwitchRefusal =>
  new TwitchRefusal(500, 'An internal error occurred', 'Internal Server Error');
