import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Turn } from './rotations';

export interface TokenContent {
  readonly kind: 'short' | 'long' | 'access' | 'refresh';
  readonly person: string;
  readonly client: string;
  readonly scopes: readonly string[];
  /** ms since 1970, by the sandbox's clock. */
  readonly issuedAt: number;
  /** null: never by itself. */
  readonly expiresAt: number | null;
  /** Which of the person's accounts were chosen, where one may choose. */
  readonly chosen?: readonly string[];
  /** The one account that it is for, where tokens are for accounts. */
  readonly account?: string;
  /** Which consent of this person it belongs to; see `Standings`. */
  readonly generation: number;
  /** Of refresh tokens that work once. */
  readonly turn?: Turn;
}

const macLength = 27;
/** Of what a token carries, an object in base64: in front of it stands the platform's prefix. */
const beginning = 'eyJ';

/** Tokens carry what they mean, signed under the seed, so that they still work after the sandbox was restarted. */
export class Tokens {
  constructor(private readonly seed: string) {}

  /** @param prefix how the platform's tokens begin */
  seal(prefix: string, content: TokenContent): string {
    const body = Buffer.from(JSON.stringify({ ...content, nonce: randomBytes(6).toString('base64url') })).toString(
      'base64url',
    );
    return `${prefix}${body}${this.mac(prefix, body)}`;
  }

  /** undefined: not one of ours. Says nothing about expiry. */
  open(prefix: string, token: string): TokenContent | undefined {
    if (!token.startsWith(prefix) || token.length < prefix.length + macLength + 2) return undefined;
    const body = token.slice(prefix.length, -macLength);
    const mac = Buffer.from(token.slice(-macLength));
    const right = Buffer.from(this.mac(prefix, body));
    if (mac.length !== right.length || !timingSafeEqual(mac, right)) return undefined;
    return JSON.parse(Buffer.from(body, 'base64url').toString()) as TokenContent;
  }

  /** Whose token it is, of whatever platform and kind. undefined: not one of ours. */
  personOf(token: string): string | undefined {
    const start = token.indexOf(beginning);
    return start < 0 ? undefined : this.open(token.slice(0, start), token)?.person;
  }

  private mac(prefix: string, body: string): string {
    return createHmac('sha256', `tokens of ${this.seed}`)
      .update(`${prefix}${body}`)
      .digest('base64url')
      .slice(0, macLength);
  }
}
