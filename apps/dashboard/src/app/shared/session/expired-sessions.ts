import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, throwError } from 'rxjs';
import { SessionStore } from './session-store';

/**
 * Hears from answers that the session of this page is over, or is another one now. The operator page has a key of its
 * own.
 */
export const expiredSessions: HttpInterceptorFn = (request, next) => {
  const sessions = inject(SessionStore);
  return next(request).pipe(
    catchError((error: unknown) => {
      const { status, code } = refusalOf(error);
      if (status === 401 && !/^\/api\/(session|registration|operator\/.*)$/u.test(request.url)) sessions.lose('ended');
      if (code === 'other-workspace') sessions.lose('replaced');
      return throwError(() => error);
    }),
  );
};

const refusalOf = (error: unknown): { status?: number; code?: unknown } => {
  if (!(error instanceof HttpErrorResponse)) return {};
  return { status: error.status, code: (error.error as { code?: unknown } | null)?.code };
};
