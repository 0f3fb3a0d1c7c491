import { createHmac, timingSafeEqual } from 'node:crypto';

/** A cookie lasts so long, however much it is used: the page asks every second. */
export const SESSION_MS = 3_600_000;

const hash = (value: string): Buffer => createHmac('sha256', 'linkage operator').update(value).digest();

/** Takes the same time wherever the two differ, also in length. */
const same = (a: string, b: string): boolean => timingSafeEqual(hash(a), hash(b));

/**
 * The operator of this installation has the key, or a cookie that was made with it. The cookie holds its end and a MAC
 * of it, so that every process with the same key honours it, and none after the key was changed.
 */
export class OperatorAccess {
  constructor(
    private readonly key: string,
    private readonly now: () => number = Date.now,
  ) {}

  isKey(given: string): boolean {
    return same(given, this.key);
  }

  startSession(): string {
    const end = String(this.now() + SESSION_MS);
    return `${end}.${this.macOf(end)}`;
  }

  isSession(cookie: string): boolean {
    const [end = '', mac = ''] = cookie.split('.');
    return same(mac, this.macOf(end)) && Number(end) > this.now();
  }

  private macOf(end: string): string {
    return createHmac('sha256', this.key).update(`operator session until ${end}`).digest('base64url');
  }
}
