import { instagram } from './population';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { InstagramShortToken, InstagramTokenEndpointError } from '@linkage/platforms/wire';
import { formOf, type Parameters } from '../http/parameters';
import { client } from '../oauth/client';
import type { Sandbox } from '../sandbox';
import { hash } from '../world/random';
import type { InstagramAccount } from './population';
import { shortLife, tokenPrefix } from './access';

const refusal = (message: string, code = 400): InstagramTokenEndpointError => ({
  error_type: 'OAuthException',
  code,
  error_message: message,
});

export const codeRefused = (): InstagramTokenEndpointError =>
  refusal('Matching code was not found or was already used');

const otherAddress =
  'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request';

/** `POST /oauth/access_token`: its errors have another shape than those of the Graph host. */
export function tokenEndpoint(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/oauth/access_token', async (request, reply): Promise<FastifyReply> => {
    const form = formOf(request);
    const problem = problemWith(form);
    if (problem) return reply.code(400).send(refusal(problem));
    const code = sandbox.codes.redeem((form['code'] ?? '').replace(/#_$/, ''), sandbox.clock.now());
    const account = code && sandbox.world.of(instagram).get(code.person);
    if (!code || !account) return reply.code(400).send(codeRefused());
    if (form['redirect_uri'] !== code.redirectUri) return reply.code(400).send(refusal(otherAddress));
    request.caller = code.person;
    const issuedAt = sandbox.clock.now();
    const token = sandbox.tokens.seal(tokenPrefix, {
      kind: 'short',
      person: code.person,
      client: code.client,
      scopes: code.scopes,
      issuedAt,
      expiresAt: issuedAt + shortLife,
      generation: sandbox.standings.generation('instagram', code.person),
    });
    return reply
      .type('application/json; charset=utf-8')
      .send(answer(account, { access_token: token, user_id: account.userId, permissions: code.scopes }));
  });
}

function problemWith(form: Parameters): string | undefined {
  if (form['client_id'] !== client.id) return 'Invalid platform app';
  if (form['client_secret'] !== client.secret) return 'Error validating client secret.';
  if (form['grant_type'] !== 'authorization_code') return 'Invalid grant_type: must be authorization_code';
  return form['code'] ? undefined : 'Missing required field code';
}

/**
 * Both shapes that are seen in the wild, always the same for one person: wrapped in `data` with the permissions comma
 * separated, as documented, or flat with an array. Some flat ones print the user id as a number, which is beyond what
 * JavaScript's numbers hold.
 */
function answer(
  { person, userId }: InstagramAccount,
  token: InstagramShortToken & { readonly permissions: readonly string[] },
): string {
  const shape = hash(person.id, 'token shape') % 3;
  if (shape === 0) return JSON.stringify({ data: [{ ...token, permissions: token.permissions.join(',') }] });
  const flat = JSON.stringify(token);
  return shape === 1 ? flat : flat.replace(`"user_id":"${userId}"`, `"user_id":${userId}`);
}
