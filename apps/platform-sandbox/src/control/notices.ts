import { createHmac } from 'node:crypto';
import { postToApp } from '../http/post-to-app';
import { client } from '../oauth/client';
import type { Sandbox } from '../sandbox';
import type { PlatformTraits, SandboxAccount } from '../world/platform-traits';
import { BadControl } from './bodies';
import { changeAccess } from './people';

/**
 * What a platform's servers post by themselves: that a person removed the app, and that a person wants what was read
 * deleted.
 */
export const noticeNames = ['deauthorize', 'delete-data'] as const;
export type NoticeName = (typeof noticeNames)[number];

const told: Readonly<Record<NoticeName, string>> = {
  deauthorize: 'removed the app',
  'delete-data': 'wants what was read deleted',
};

/** A signature, a dot, and what it is over, both base64url. */
export function signedRequest(userId: string, at: number): string {
  const said = { algorithm: 'HMAC-SHA256', issued_at: Math.floor(at / 1000), user_id: userId };
  const payload = Buffer.from(JSON.stringify(said)).toString('base64url');
  return `${createHmac('sha256', client.secret).update(payload).digest('base64url')}.${payload}`;
}

/**
 * Beside the redirect URI, in the place of its last word; or where the caller says, on a server that has one
 * registered.
 */
function addressOf({ redirectUris }: Sandbox, platform: string, name: NoticeName, to: unknown): string {
  const registered = redirectUris.all.map((uri) => uri.replaceAll('{platform}', platform));
  if (to !== undefined) {
    if (typeof to === 'string' && redirectUris.isOfApp(platform, to)) return to;
    const origins = registered.map((uri) => new URL(uri).origin);
    throw new BadControl(
      `to must be an address of a server that has a redirect URI registered: ${origins.join(', ')}.`,
    );
  }
  const [first] = registered;
  if (first === undefined) throw new BadControl('No redirect URI is registered, so there is no call-back to post to.');
  return first.replace(/[^/]*$/, name);
}

/** Posts it, and gives what was answered. @throws BadControl when there is nothing to post, or no answer */
export async function postNotice(
  sandbox: Sandbox,
  traits: PlatformTraits,
  account: SandboxAccount,
  name: NoticeName,
  to: unknown,
): Promise<{ readonly url: string; readonly status: number; readonly body: string }> {
  const userId = traits.noticeIdOf?.(account);
  if (userId === undefined) throw new BadControl(`${traits.id} posts nothing by itself.`);
  const url = addressOf(sandbox, traits.id, name, to);
  if (name === 'deauthorize') changeAccess(sandbox, traits, account.person.id, 'revoke');
  const at = sandbox.clock.now();
  const body = new URLSearchParams({ signed_request: signedRequest(userId, at) });
  const answer = await postToApp(sandbox, traits.id, url, { body }, `${account.person.id} ${told[name]}`);
  if (answer === undefined) throw new BadControl(`${url} did not answer. Does what should hear it run?`);
  return { url, status: answer.status, body: await answer.text() };
}
