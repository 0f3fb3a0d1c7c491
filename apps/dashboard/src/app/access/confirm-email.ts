import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { WorkspacesApi } from '@linkage/api-client';
import { Banner } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { AccessFrame } from './access-frame';
import { mailLink } from './mail-link';

/**
 * Where the link of a confirmation mail leads. Opening it changes nothing: programs that look through mails open links,
 * too.
 */
@Component({
  selector: 'app-confirm-email',
  imports: [RouterLink, AccessFrame, Banner],
  template: `
    <app-access-frame>
      @if (done()) {
        <section>
          <div><h1>Your e-mail is confirmed</h1><p>You can invite creators now.</p></div>
          <a class="lk-button primary wide" routerLink="/creators">Go to your creators</a>
        </section>
      } @else {
        <form novalidate (submit)="$event.preventDefault(); send()">
          <div><h1>Confirm your e-mail</h1><p>so that creators can be invited in your name</p></div>
          @if (mail.problem(); as text) {
            <lk-banner tone="bad" icon="alert" role="alert">{{ text }}</lk-banner>
          }
          @if (mail.link() !== '') {
            <button type="submit" class="lk-button primary wide" [disabled]="mail.sending()">{{ label() }}</button>
          }
          <p class="foot"
            >Need another e-mail? <a class="lk-link" routerLink="/creators">Open Linkage</a> and press “Send again”.</p
          >
        </form>
      }
    </app-access-frame>
  `,
  styleUrl: './access.css',
})
export class ConfirmEmail {
  private readonly api = inject(WorkspacesApi);
  protected readonly done = signal(false);
  protected readonly mail = mailLink(() => this.done.set(false));
  protected readonly label = computed(() => (this.mail.sending() ? 'Confirming …' : 'Confirm e-mail'));

  protected send(): Promise<void> {
    return this.mail.use(async (link) => {
      await firstValueFrom(this.api.confirmEmail({ link }));
      this.done.set(true);
    });
  }
}
