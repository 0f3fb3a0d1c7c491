import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { WorkspacesApi } from '@linkage/api-client';
import { Banner } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { AccessFrame } from './access-frame';
import { mailLink } from './mail-link';

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

/**
 * Where the links of the mails about a change of e-mail lead: to confirm it, or to stop it. Opening them changes
 * nothing.
 */
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
          @if (mail.problem(); as text) {
            <lk-banner tone="bad" icon="alert" role="alert">{{ text }}</lk-banner>
          }
          @if (mail.link() !== '') {
            <button type="submit" class="lk-button primary wide" [disabled]="mail.sending()">{{ label() }}</button>
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
  /** From the route. */
  readonly stops = input(false);
  private readonly outcome = signal<Outcome | null>(null);
  protected readonly mail = mailLink(() => this.outcome.set(null));
  protected readonly told = computed(() => {
    const outcome = this.outcome();
    return outcome === null ? null : said[outcome];
  });
  protected readonly label = computed(() => {
    if (this.mail.sending()) return this.stops() ? 'Stopping …' : 'Confirming …';
    return this.stops() ? 'Stop the change' : 'Confirm change';
  });

  protected send(): Promise<void> {
    return this.mail.use(async (link) => this.outcome.set(await this.act(link)));
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
