import type { InstagramLongToken } from '@linkage/platforms/wire';
import type { Parameters } from '../http/parameters';
import { client } from '../oauth/client';
import type { TokenContent } from '../oauth/tokens';
import type { Sandbox } from '../sandbox';
import { day } from '../world/growth';
import { checkToken, longLifeSeconds, tokenPrefix } from './access';
import { GraphError, noToken, parameter } from './errors';

const longToken = (sandbox: Sandbox, from: TokenContent): InstagramLongToken => {
  const issuedAt = sandbox.clock.now();
  const token = sandbox.tokens.seal(tokenPrefix, {
    ...from,
    kind: 'long',
    issuedAt,
    expiresAt: issuedAt + longLifeSeconds * 1000,
  });
  return { access_token: token, token_type: 'bearer', expires_in: longLifeSeconds, permissions: from.scopes.join(',') };
};

/** `GET /access_token`: a token of an hour for one of 60 days. */
export function exchangeForLong(sandbox: Sandbox, query: Parameters): InstagramLongToken {
  if (query['grant_type'] !== 'ig_exchange_token') throw parameter('grant_type must be ig_exchange_token');
  if (query['client_secret'] !== client.secret) throw new GraphError(400, 101, 'Error validating client secret.');
  if (!query['access_token']) throw noToken();
  const token = checkToken(sandbox, query['access_token']);
  if (token.kind !== 'short') {
    throw new GraphError(
      400,
      452,
      'Session key invalid. This could be because the session key has an incorrect format.',
    );
  }
  return longToken(sandbox, token);
}

/**
 * `GET /refresh_access_token`: 60 days more, for a token that is at least a day old and not expired. The old one goes
 * on until it expires.
 */
export function refreshLong(sandbox: Sandbox, query: Parameters): InstagramLongToken {
  if (query['grant_type'] !== 'ig_refresh_token') throw parameter('grant_type must be ig_refresh_token');
  if (!query['access_token']) throw noToken();
  const token = checkToken(sandbox, query['access_token']);
  if (token.kind !== 'long') throw parameter('Only long-lived access tokens can be refreshed');
  if (sandbox.clock.now() - token.issuedAt < day)
    throw parameter('The access token cannot be refreshed: it is less than 24 hours old');
  return longToken(sandbox, token);
}
