import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { WORKSPACE_HEADER } from '@linkage/contracts';
import { SessionStore } from './session-store';

/** Asked or done without a session, or to learn which one there is. */
const withoutWorkspace =
  /^(POST \/api\/(session|registration|password)|GET \/api\/(session|about)|\w+ \/api\/operator\/.*)$/u;

/**
 * Says in every request which workspace this page shows: a tab may be older than the session, and must not act in
 * another's name.
 */
export const shownWorkspace: HttpInterceptorFn = (request, next) => {
  const workspaceId = inject(SessionStore).session()?.workspace.workspaceId;
  const silent =
    workspaceId === undefined ||
    !request.url.startsWith('/api/') ||
    withoutWorkspace.test(`${request.method} ${request.url}`);
  return next(silent ? request : request.clone({ setHeaders: { [WORKSPACE_HEADER]: workspaceId } }));
};
