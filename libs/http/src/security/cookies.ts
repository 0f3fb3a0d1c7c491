import { parseCookie, stringifySetCookie } from 'cookie';

export interface CookieToSet {
  readonly name: string;
  readonly value: string;
  /** 0: the browser forgets it. */
  readonly maxAgeSeconds: number;
  readonly sameSite: 'lax' | 'strict';
  /** Over https only. */
  readonly secure: boolean;
  /** Default: every path of this host. */
  readonly path?: string;
}

/** The value of a cookie in a `Cookie` header; of two with one name the first counts. */
export const readCookie = (header: string | undefined, name: string): string | undefined =>
  parseCookie(header ?? '')[name];

/** A `Set-Cookie` header. No script of a page can read the cookie. */
export const setCookie = ({ name, value, maxAgeSeconds, path = '/', ...options }: CookieToSet): string =>
  stringifySetCookie({ name, value, path, maxAge: maxAgeSeconds, httpOnly: true, ...options });
