import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { WorkspacesApi, toApiError } from '@linkage/api-client';
import { EMAIL_INCOMPLETE, isEmailAddress } from '@linkage/contracts';
import { Banner } from '@linkage/ui';
import { Control, Field } from '@linkage/ui/field';
import { firstValueFrom } from 'rxjs';
import { AccessFrame } from './access-frame';
import { ServerClock } from '../base/server-clock';
import { filledIn } from '../base/filled-in';

/** Has a mail sent with a link to choose another password. Says the same whether the e-mail is known or not. */
@Component({
  selector: 'app-forgotten-password',
  imports: [RouterLink, AccessFrame, Banner, Control, Field],
  template: `
    <app-access-frame>
      @if (!clock.sendsMail()) {
        <section>
          <div
            ><h1>Forgotten your password?</h1><p>This Linkage sends no e-mails, so it cannot send you a link.</p></div
          >
          <lk-banner tone="info" icon="shield"><b>Ask the operator of this installation.</b></lk-banner>
          <p class="foot"
            >Remembered it? <a class="lk-link" routerLink="/sign-in" queryParamsHandling="preserve">Sign in</a></p
          >
        </section>
      } @else if (sentTo(); as address) {
        <section>
          <div><h1>Look into your inbox</h1></div>
          <lk-banner tone="ok" icon="mail" role="status"
            ><b
              >If there is an account for <bdi>{{ address }}</bdi>, an e-mail is on its way.</b
            >
            <span> Its link works once, within an hour.</span></lk-banner
          >
          <p class="foot"> Nothing arrives? Look in your spam folder, too.</p>
          <p class="foot links"
            ><button type="button" class="lk-link" (click)="sentTo.set(null)">Try another e-mail</button
            ><a class="lk-link" routerLink="/sign-in" queryParamsHandling="preserve">Sign in</a></p
          >
        </section>
      } @else {
        <form novalidate (submit)="$event.preventDefault(); send($any($event.target))">
          <div><h1>Forgotten your password?</h1><p>We send you a link to choose another one.</p></div>
          @if (problem(); as text) {
            <lk-banner tone="bad" icon="alert" role="alert">{{ text }}</lk-banner>
          }
          <lk-field label="E-mail" [error]="fault()"
            ><input
              lkControl
              name="email"
              type="email"
              inputmode="email"
              autocomplete="username"
              spellcheck="false"
              [(text)]="email"
          /></lk-field>
          <button type="submit" class="lk-button primary wide" [disabled]="sending()">{{
            sending() ? 'Sending …' : 'Send link'
          }}</button>
          <p class="foot"
            >Remembered it? <a class="lk-link" routerLink="/sign-in" queryParamsHandling="preserve">Sign in</a></p
          >
        </form>
      }
    </app-access-frame>
  `,
  styleUrl: './access.css',
  styles: `
    .links {
      display: flex;
      flex-wrap: wrap;
      gap: 0 20px;
    }
    button.lk-link {
      border: 0;
      background: none;
      font: inherit;
      cursor: pointer;
    }
  `,
})
export class ForgottenPassword {
  private readonly api = inject(WorkspacesApi);
  protected readonly clock = inject(ServerClock);
  protected readonly email = signal('');
  protected readonly sending = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly fault = signal<string | null>(null);
  protected readonly sentTo = signal<string | null>(null);

  constructor() {
    void this.clock.known();
  }

  protected async send(form: HTMLFormElement): Promise<void> {
    this.email.set(filledIn(form, 'email'));
    const email = this.email().trim();
    this.fault.set(isEmailAddress(email) ? null : EMAIL_INCOMPLETE);
    this.problem.set(null);
    if (this.fault() !== null) return;
    this.sending.set(true);
    try {
      await firstValueFrom(this.api.requestPasswordReset({ email }));
      this.sentTo.set(email);
    } catch (error) {
      this.problem.set(toApiError(error).message);
    } finally {
      this.sending.set(false);
    }
  }
}
