import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { client } from '../oauth/client';
import type { YoutubeAccount } from './population';
import { scope } from './scopes';

const keyId = 'sandbox-1';
let keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject } | undefined;
/** Made when first needed: it takes a while. */
const keyPair = (): NonNullable<typeof keys> => (keys ??= generateKeyPairSync('rsa', { modulusLength: 2048 }));

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A signed OpenID token; its key is at `/oauth2/v3/certs`. */
export function idToken(
  { person, googleId }: YoutubeAccount,
  scopes: readonly string[],
  origin: string,
  issuedAt: number,
  lifeSeconds: number,
): string {
  const claims = {
    iss: `${origin}/youtube/accounts`,
    aud: client.id,
    azp: client.id,
    sub: googleId,
    iat: Math.floor(issuedAt / 1000),
    exp: Math.floor(issuedAt / 1000) + lifeSeconds,
    ...(scopes.includes(scope.email) ? { email: person.email, email_verified: true } : {}),
    ...(scopes.includes(scope.profile) ? { name: person.name } : {}),
  };
  const text = `${part({ alg: 'RS256', kid: keyId, typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), keyPair().privateKey).toString('base64url')}`;
}

export const certificates = (): { keys: object[] } => ({
  keys: [{ ...keyPair().publicKey.export({ format: 'jwk' }), kid: keyId, alg: 'RS256', use: 'sig' }],
});
