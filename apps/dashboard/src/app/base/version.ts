import type { HttpEvent, HttpInterceptorFn } from '@angular/common/http';
import { HttpResponseBase } from '@angular/common/http';
import { DOCUMENT, Injectable, effect, inject, signal } from '@angular/core';
import { BUILD_HEADER } from '@linkage/contracts';
import { LiveUpdates } from '@linkage/api-client';
import { tap } from 'rxjs';

/** Whether the server has another version of this app than the page. */
@Injectable({ providedIn: 'root' })
export class Version {
  private readonly own = inject(DOCUMENT).querySelector('meta[name="linkage-build"]')?.getAttribute('content');
  private readonly newer = signal(false);
  readonly outdated = this.newer.asReadonly();

  constructor() {
    const live = inject(LiveUpdates);
    effect(() => this.hear(live.build()));
  }

  /** What an answer of the server said; null: nothing. */
  hear(build: string | null): void {
    if (build !== null && this.own && this.own !== '__BUILD__' && build !== this.own) this.newer.set(true);
  }
}

export const heardVersion: HttpInterceptorFn = (request, next) => {
  const version = inject(Version);
  const hear = (answer: unknown): void => {
    if (answer instanceof HttpResponseBase) version.hear(answer.headers.get(BUILD_HEADER));
  };
  return next(request).pipe(tap<HttpEvent<unknown>>({ next: hear, error: hear }));
};
