import { createHmac, timingSafeEqual } from 'node:crypto';
import { isObject } from '../http';

/** What a signed request says. */
export interface SignedRequest {
  /** The person's id that this app sees. */
  readonly userId: string;
  /** When Meta issued it; null: it does not say. */
  readonly issuedAt: Date | null;
}

const signatureOf = (payload: string, secret: string): Buffer => createHmac('sha256', secret).update(payload).digest();

/**
 * Meta's `signed_request`: a signature, a dot and a payload, both base64url; the signature is over the payload as it is
 * sent. undefined: it was not signed with the app's secret, or says nothing of a person.
 */
export function readSignedRequest(signed: string, secret: string): SignedRequest | undefined {
  const [signature = '', payload = '', ...rest] = signed.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(payload, secret);
  if (rest.length > 0 || payload === '' || given.length !== right.length || !timingSafeEqual(given, right))
    return undefined;
  const said = jsonIn(Buffer.from(payload, 'base64url').toString('utf8'));
  if (!isObject(said) || String(said['algorithm']).toUpperCase() !== 'HMAC-SHA256') return undefined;
  const { user_id: user, issued_at: at } = said;
  if (typeof user !== 'string' && typeof user !== 'number') return undefined;
  return { userId: String(user), issuedAt: typeof at === 'number' && at > 0 ? new Date(at * 1000) : null };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
