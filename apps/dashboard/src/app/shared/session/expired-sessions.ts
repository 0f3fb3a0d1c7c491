import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, throwError } from 'rxjs';
import { SessionStore } from './session-store';

/** A session that ended while a page was open: sign in, then back to the same address. The operator page has a key of its own. */
export const expiredSessions: HttpInterceptorFn = (request, next) => {
  const [sessions, router] = [inject(SessionStore), inject(Router)];
  return next(request).pipe(
    catchError((error: unknown) => {
      const expired =
        error instanceof HttpErrorResponse &&
        error.status === 401 &&
        !/^\/api\/(session|registration|operator\/.*)$/u.test(request.url);
      if (expired && sessions.session() !== null) {
        sessions.forget();
        void router.navigate(['/sign-in'], { queryParams: { returnTo: router.url } });
      }
      return throwError(() => error);
    }),
  );
};
