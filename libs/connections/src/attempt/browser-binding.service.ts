import { timingSafeEqual } from 'node:crypto';
import { readCookie, setCookie } from '@linkage/http';
import { hashed } from './pending-authorization.service';

/**
 * One cookie per attempt, so that attempts in several tabs do not take each other's. Over https its name carries
 * `__Host-`, which ties it to this host and asks for the path `/`; else it goes to the callback only.
 */
const named = (attemptId: string, secure: boolean): string => `${secure ? '__Host-' : ''}linkage-connect-${attemptId}`;

/** The `Set-Cookie` value. Lax: the platform sends the browser back by a top-level GET from another site. */
export const bindingCookie = (attemptId: string, secret: string, maxAgeSeconds: number, secure: boolean): string =>
  setCookie({
    name: named(attemptId, secure),
    value: secret,
    maxAgeSeconds,
    path: secure ? '/' : '/api/oauth',
    sameSite: 'lax',
    secure,
  });

/**
 * Whether the browser that sends this `Cookie` header is the one that started the attempt. Takes the same time for any
 * wrong value.
 */
export const isBound = (
  cookieHeader: string | undefined,
  attemptId: string,
  binding: string,
  secure: boolean,
): boolean => {
  const secret = readCookie(cookieHeader, named(attemptId, secure));
  const given = Buffer.from(hashed(secret ?? ''));
  const wanted = Buffer.from(binding);
  return secret !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
};
