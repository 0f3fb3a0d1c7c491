import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

/** Where the browser is: `/connect/<link>?attempt=<attempt id>`. One page needs no router. */
@Injectable({ providedIn: 'root' })
export class PageAddress {
  private readonly document = inject(DOCUMENT);
  private readonly here = this.document.location;

  /** '' when the address has none. */
  readonly link = linkIn(this.here.pathname);
  private readonly attempt = signal(new URLSearchParams(this.here.search).get('attempt') || null);
  /** The attempt the browser has just come back from. */
  readonly attemptId = this.attempt.asReadonly();

  /** Why the return from a platform led to no creator's page: a key of `texts.lostReturn`, or null. */
  readonly problem = new URLSearchParams(this.here.search).get('problem');

  /** Address of this page that is safe to hand on: without the attempt. */
  get clean(): string {
    return `${this.here.origin}${this.here.pathname}`;
  }

  /** In-page links need the whole path, because the page has a base address. */
  section(id: string): string {
    return `${this.here.pathname}${this.here.search}#${id}`;
  }

  /** A reload shows this attempt again. */
  remember(attemptId: string): void {
    this.attempt.set(attemptId);
    const search = new URLSearchParams({ attempt: attemptId });
    this.document.defaultView?.history.replaceState(null, '', `${this.here.pathname}?${search}`);
  }

  /** The outcome has been seen: a reload shows the accounts. */
  forgetAttempt(): void {
    this.attempt.set(null);
    this.document.defaultView?.history.replaceState(null, '', this.here.pathname);
  }

  /** Goes to the platform's own page. */
  leaveFor(url: string): void {
    this.here.assign(url);
  }
}

function linkIn(pathname: string): string {
  const [, link = ''] = /^\/connect\/([^/]+)\/?$/.exec(pathname) ?? [];
  try {
    return decodeURIComponent(link);
  } catch {
    return '';
  }
}
