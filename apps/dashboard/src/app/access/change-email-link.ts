import { Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { WorkspacesApi, toApiError } from '@linkage/api-client';
import { Banner } from '@linkage/ui';
import { filter, firstValueFrom } from 'rxjs';
import { SessionStore } from '../shared/session/session-store';
import { AccessFrame } from './access-frame';

const INCOMPLETE = 'This link is not complete. Copy all of it from the e-mail.';

type Outcome = 'changed' | 'waits-for-new' | 'waits-for-former' | 'stopped';

const said: Readonly<Record<Outcome, { readonly heading: string; readonly text: string }>> = {
  changed: {
    heading: 'Your e-mail is changed',
    text: 'Sign in with the new one from now on. All sessions ended but the one in which the change was asked for.',
  },
  'waits-for-new': {
    heading: 'This address is confirmed',
    text: 'Now open the link in the e-mail to the new address. Until then you sign in as before.',
  },
  'waits-for-former': {
    heading: 'This address is confirmed',
    text: 'Now open the link in the e-mail to the address that you sign in with. Until then you sign in as before.',
  },
  stopped: {
    heading: 'The change is stopped',
    text: 'Your e-mail stays, and all sessions have ended. The change was asked for with your password: choose another one now.',
  },
};

/** Where the links of the mails about a change of e-mail lead: to confirm it, or to stop it. Opening them changes nothing. */
@Component({
  selector: 'app-change-email-link',
  imports: [RouterLink, AccessFrame, Banner],
  template: `
    <app-access-frame>
      @if (told(); as outcome) {
        <section>
          <div
            ><h1>{{ outcome.heading }}</h1
            ><p>{{ outcome.text }}</p></div
          >
          @if (stops()) {
            <a class="lk-button primary wide" routerLink="/forgotten-password">Choose another password</a>
          } @else {
            <a class="lk-button primary wide" routerLink="/account">Open your account</a>
          }
        </section>
      } @else {
        <form novalidate (submit)="$event.preventDefault(); send()">
          @if (stops()) {
            <div><h1>Stop the change of your e-mail?</h1><p>Your e-mail then stays, and all sessions end.</p></div>
          } @else {
            <div><h1>Change of your e-mail</h1><p>Confirm that you read this address and want the change.</p></div>
          }
          @if (problem(); as text) {
            <lk-banner tone="bad" icon="alert" role="alert">{{ text }}</lk-banner>
          }
          @if (link() !== '') {
            <button type="submit" class="lk-button primary wide" [disabled]="sending()">{{ label() }}</button>
          }
          <p class="foot">How the change stands: <a class="lk-link" routerLink="/account">Your account</a></p>
        </form>
      }
    </app-access-frame>
  `,
  styleUrl: './access.css',
})
export class ChangeEmailLink {
  private readonly api = inject(WorkspacesApi);
  private readonly sessions = inject(SessionStore);
  private readonly router = inject(Router);
  /** From the route. */
  readonly stops = input(false);
  protected readonly link = signal('');
  private readonly outcome = signal<Outcome | null>(null);
  protected readonly told = computed(() => {
    const outcome = this.outcome();
    return outcome === null ? null : said[outcome];
  });
  protected readonly sending = signal(false);
  protected readonly problem = signal<string | null>(INCOMPLETE);
  protected readonly label = computed(() => {
    if (this.sending()) return this.stops() ? 'Stopping …' : 'Confirming …';
    return this.stops() ? 'Stop the change' : 'Confirm change';
  });

  constructor() {
    // Another link that is opened in the same tab does not make another page.
    inject(ActivatedRoute)
      .fragment.pipe(
        filter((link) => link !== null && link !== ''),
        takeUntilDestroyed(),
      )
      .subscribe((link) => {
        this.link.set(link ?? '');
        this.outcome.set(null);
        this.problem.set(null);
      });
  }

  protected async send(): Promise<void> {
    if (this.sending() || this.link() === '') return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      this.outcome.set(await this.act(this.link()));
      // A link that was used stands in no address bar and no history.
      await this.router.navigate([], { replaceUrl: true });
      await this.sessions.refresh();
    } catch (error) {
      this.problem.set(toApiError(error).message);
    } finally {
      this.sending.set(false);
    }
  }

  private async act(link: string): Promise<Outcome> {
    if (this.stops()) {
      await firstValueFrom(this.api.stopEmailChange({ link }));
      return 'stopped';
    }
    const { waitsFor } = await firstValueFrom(this.api.confirmEmailChange({ link }));
    return waitsFor === null ? 'changed' : `waits-for-${waitsFor}`;
  }
}
