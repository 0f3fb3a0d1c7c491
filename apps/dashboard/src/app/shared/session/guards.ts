import { inject } from '@angular/core';
import { RedirectCommand, Router, type CanActivateFn, type GuardResult } from '@angular/router';
import { OwnPreferences } from '../../base/own-preferences';
import { SessionStore } from './session-store';

/** Addresses of this app only: a link must not send people elsewhere after they signed in. */
export const safeReturn = (address: string | null | undefined): string =>
  address && /^\/(?![/\\])/u.test(address) ? address : '/creators';

export const signedIn: CanActivateFn = async (_route, { url }): Promise<GuardResult> => {
  const [sessions, router, preferences] = [inject(SessionStore), inject(Router), inject(OwnPreferences)];
  try {
    const session = await sessions.find();
    if (session !== null) {
      await preferences.knownFor(session.member.memberId);
      return true;
    }
    return router.createUrlTree(['/sign-in'], url === '/' ? {} : { queryParams: { returnTo: url } });
  } catch {
    return new RedirectCommand(router.createUrlTree(['/unavailable'], { queryParams: { returnTo: url } }), {
      skipLocationChange: true,
    });
  }
};

/**
 * Register and Sign in are for visitors without a session. When the server cannot be asked, the form itself says so.
 */
export const signedOut: CanActivateFn = async (route): Promise<GuardResult> => {
  const [sessions, router] = [inject(SessionStore), inject(Router)];
  const session = await sessions.findIfLikely().catch(() => null);
  return session === null ? true : router.parseUrl(safeReturn(route.queryParamMap.get('returnTo')));
};
