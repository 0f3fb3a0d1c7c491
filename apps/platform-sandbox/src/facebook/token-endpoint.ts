import type { FacebookToken } from '@linkage/platforms/wire';
import type { Parameters } from '../http/parameters';
import { client } from '../oauth/client';
import type { TokenContent } from '../oauth/tokens';
import type { Sandbox } from '../sandbox';
import { checkToken, longLife, shortLife, tokenPrefix } from './access';
import { badApp, badSecret, codeRefused, otherAddress, parameter } from './errors';

/** `GET /oauth/access_token`: a code for a token of about an hour, or that one for one of about 60 days. */
export function tokenEndpoint(sandbox: Sandbox, query: Parameters): { person: string; answer: FacebookToken } {
  if (query['client_id'] !== client.id) throw badApp();
  if (query['client_secret'] !== client.secret) throw badSecret();
  if (query['grant_type'] === 'fb_exchange_token') {
    const token = checkToken(sandbox, query['fb_exchange_token'] ?? '');
    if (token.account !== undefined) throw parameter('A Page access token cannot be exchanged');
    return { person: token.person, answer: sealed(sandbox, { ...token, kind: 'long' }, longLife) };
  }
  const code = sandbox.codes.redeem((query['code'] ?? '').replace(/#_=_$/, ''), sandbox.clock.now());
  if (code === undefined) throw codeRefused();
  if (query['redirect_uri'] !== code.redirectUri) throw otherAddress();
  const { person, scopes, chosen = [] } = code;
  const generation = sandbox.standings.generation('facebook', person);
  const content = { kind: 'short', person, client: code.client, scopes, chosen, generation } as const;
  return { person, answer: sealed(sandbox, content, shortLife) };
}

const sealed = (
  sandbox: Sandbox,
  content: Omit<TokenContent, 'issuedAt' | 'expiresAt'>,
  seconds: number,
): FacebookToken => {
  const issuedAt = sandbox.clock.now();
  const token = sandbox.tokens.seal(tokenPrefix, { ...content, issuedAt, expiresAt: issuedAt + seconds * 1000 });
  return { access_token: token, token_type: 'bearer', expires_in: seconds };
};
