import { Component, DOCUMENT, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { WorkspacesApi, toApiError } from '@linkage/api-client';
import { Banner } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../toasts/toasts';
import { SessionStore } from './session-store';

/** Says that the member's e-mail is to be confirmed, for as long as it is, and sends the mail again. */
@Component({
  selector: 'app-unconfirmed-email',
  imports: [Banner],
  template: `
    @if (email(); as address) {
      <lk-banner [class.strip]="strip()" tone="info" icon="mail" role="status">
        <b>Confirm your e-mail.</b>
        <span>
          Open the link in the e-mail to <bdi>{{ address }}</bdi>; then you can invite creators.</span
        >
        <button lkActions type="button" class="lk-button secondary small" [disabled]="sending()" (click)="send()"
          >Send again</button
        >
      </lk-banner>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .strip {
      flex: none;
      padding: 8px var(--lk-6);
      border-width: 0 0 1px;
      border-radius: 0;
    }
    @media (max-width: 959px) {
      .strip {
        padding: 8px var(--lk-4);
      }
    }
  `,
})
export class UnconfirmedEmail {
  private readonly api = inject(WorkspacesApi);
  private readonly sessions = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly document = inject(DOCUMENT);
  /** Over the whole width, above a page. */
  readonly strip = input(false);
  protected readonly sending = signal(false);
  protected readonly email = computed(() => {
    const member = this.sessions.session()?.member;
    return member?.mustConfirmEmail ? member.email : null;
  });

  constructor() {
    // The link of the mail opens in another tab, or on a phone: look again when this page is looked at again.
    const look = (): void => {
      if (this.email() !== null && this.document.visibilityState === 'visible') void this.sessions.refresh();
    };
    this.document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => this.document.removeEventListener('visibilitychange', look));
  }

  protected async send(): Promise<void> {
    const address = this.email();
    this.sending.set(true);
    try {
      await firstValueFrom(this.api.sendConfirmationMail());
      this.toasts.show(`An e-mail to ${address} is on its way.`, 'mail');
    } catch (error) {
      this.toasts.failed(`No e-mail was sent. ${toApiError(error).message}`, () => void this.send());
    } finally {
      this.sending.set(false);
    }
  }
}
