import { Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { WorkspacesApi, toApiError } from '@linkage/api-client';
import { Banner } from '@linkage/ui';
import { filter, firstValueFrom } from 'rxjs';
import { SessionStore } from '../shared/session/session-store';
import { AccessFrame } from './access-frame';

const INCOMPLETE = 'This link is not complete. Copy all of it from the e-mail.';

/** Where the link of a confirmation mail leads. Opening it changes nothing: programs that look through mails open links, too. */
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
          @if (problem(); as text) {
            <lk-banner tone="bad" icon="alert" role="alert">{{ text }}</lk-banner>
          }
          @if (link() !== '') {
            <button type="submit" class="lk-button primary wide" [disabled]="sending()">{{ label() }}</button>
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
  private readonly sessions = inject(SessionStore);
  private readonly router = inject(Router);
  protected readonly link = signal('');
  protected readonly done = signal(false);
  protected readonly sending = signal(false);
  protected readonly problem = signal<string | null>(INCOMPLETE);
  protected readonly label = computed(() => (this.sending() ? 'Confirming …' : 'Confirm e-mail'));

  constructor() {
    // Another link that is opened in the same tab does not make another page.
    inject(ActivatedRoute)
      .fragment.pipe(
        filter((fragment) => fragment !== null && fragment !== ''),
        takeUntilDestroyed(),
      )
      .subscribe((fragment) => {
        this.link.set(fragment ?? '');
        this.problem.set(null);
        this.done.set(false);
      });
  }

  protected async send(): Promise<void> {
    this.sending.set(true);
    this.problem.set(null);
    try {
      await firstValueFrom(this.api.confirmEmail({ link: this.link() }));
      this.done.set(true);
      // A link that was used stands in no address bar and no history.
      await this.router.navigate([], { replaceUrl: true });
      await this.sessions.refresh();
    } catch (error) {
      this.problem.set(toApiError(error).message);
    } finally {
      this.sending.set(false);
    }
  }
}
