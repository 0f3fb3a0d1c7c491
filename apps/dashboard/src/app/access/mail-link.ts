import { inject, signal, type Signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { toApiError } from '@linkage/api-client';
import { filter } from 'rxjs';
import { SessionStore } from '../shared/session/session-store';

const INCOMPLETE = 'This link is not complete. Copy all of it from the e-mail.';

/** The secret part of a link from a mail: it stands behind the `#`, and works once. */
export interface MailLink {
  /** '' while the address has none. */
  readonly link: Signal<string>;
  readonly sending: Signal<boolean>;
  /** Why nothing came of it. */
  readonly problem: Signal<string | null>;
  /** Uses the link, once at a time; it then stands in no address bar and no history. */
  use(work: (link: string) => Promise<void>): Promise<void>;
}

/**
 * In an injection context.
 * @param forget what the page says of the link before: another one that is opened in the same tab does not make another
 * page
 */
export const mailLink = (forget: () => void): MailLink => {
  const router = inject(Router);
  const sessions = inject(SessionStore);
  const [link, sending, problem] = [signal(''), signal(false), signal<string | null>(INCOMPLETE)];
  inject(ActivatedRoute)
    .fragment.pipe(
      filter((fragment) => fragment !== null && fragment !== ''),
      takeUntilDestroyed(),
    )
    .subscribe((fragment) => {
      link.set(fragment ?? '');
      problem.set(null);
      forget();
    });
  return {
    link,
    sending,
    problem,
    async use(work) {
      if (sending() || link() === '') return;
      sending.set(true);
      problem.set(null);
      try {
        await work(link());
        await router.navigate([], { replaceUrl: true });
        await sessions.refresh();
      } catch (error) {
        problem.set(toApiError(error).message);
      } finally {
        sending.set(false);
      }
    },
  };
};
