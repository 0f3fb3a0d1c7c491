import { randomBytes } from 'node:crypto';

export interface CodeContent {
  readonly person: string;
  readonly client: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** Which of the person's accounts were chosen, where one may choose. */
  readonly chosen?: readonly string[];
  readonly challenge?: { readonly value: string; readonly method: 'S256' | 'plain' };
  /** Google: whether the token answer carries a refresh token. */
  readonly offline?: boolean;
}

/** Authorization codes: short-lived, used once. They live in memory: a restart ends what is under way. */
export class Codes {
  private readonly open = new Map<string, CodeContent & { readonly expiresAt: number }>();

  issue(prefix: string, content: CodeContent, expiresAt: number): string {
    const code = `${prefix}${randomBytes(48).toString('base64url')}`;
    this.open.set(code, { ...content, expiresAt });
    return code;
  }

  /** Whose code it is, without taking it. undefined: unknown or used. */
  personOf(code: string): string | undefined {
    return this.open.get(code)?.person;
  }

  /** Takes the code, so that it works once. undefined: unknown, used or expired; no platform says which. */
  redeem(code: string, now: number): CodeContent | undefined {
    const content = this.open.get(code);
    this.open.delete(code);
    for (const [old, { expiresAt }] of this.open) if (expiresAt <= now) this.open.delete(old);
    return content && content.expiresAt > now ? content : undefined;
  }
}
