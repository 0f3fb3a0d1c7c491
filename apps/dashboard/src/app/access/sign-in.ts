import { Component, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { toApiError } from '@linkage/api-client';
import { Banner } from '@linkage/ui';
import { Control, Field } from '@linkage/ui/field';
import { safeReturn } from '../shared/session/guards';
import { SessionStore } from '../shared/session/session-store';
import { AccessFrame } from './access-frame';
import { filledIn } from '../base/filled-in';
import { PasswordField } from './password-field';

@Component({
  selector: 'app-sign-in',
  imports: [RouterLink, AccessFrame, Banner, Control, Field, PasswordField],
  template: `
    <app-access-frame>
      <form novalidate (submit)="$event.preventDefault(); send($any($event.target))">
        <div><h1>Sign in</h1><p>to your brand’s or agency’s workspace</p></div>
        @if (problem(); as text) {
          <lk-banner tone="bad" icon="alert" role="alert">{{ text }}</lk-banner>
        }
        <lk-field label="E-mail"
          ><input
            lkControl
            name="email"
            type="email"
            inputmode="email"
            autocomplete="username"
            spellcheck="false"
            [(text)]="email"
        /></lk-field>
        <app-password-field [(value)]="password" />
        <button type="submit" class="lk-button primary wide" [disabled]="sending()">{{
          sending() ? 'Signing in …' : 'Sign in'
        }}</button>
        <p class="foot"
          ><a class="lk-link" routerLink="/forgotten-password" queryParamsHandling="preserve"
            >Forgotten your password?</a
          ></p
        >
        <p class="foot"
          >New here?
          <a class="lk-link" routerLink="/register" queryParamsHandling="preserve">Register your brand or agency</a></p
        >
      </form>
    </app-access-frame>
  `,
  styleUrl: './access.css',
})
export class SignIn {
  private readonly sessions = inject(SessionStore);
  private readonly router = inject(Router);
  /** Where to go then; from the address. */
  readonly returnTo = input<string>();
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly sending = signal(false);
  protected readonly problem = signal<string | null>(null);

  constructor() {
    // Another tab has signed in: this one is in, too.
    effect(() => {
      if (this.sessions.session() === undefined && !this.sending())
        void this.router.navigateByUrl(safeReturn(this.returnTo()));
    });
  }

  protected async send(form: HTMLFormElement): Promise<void> {
    this.email.set(filledIn(form, 'email'));
    this.password.set(filledIn(form, 'password'));
    if (this.email().trim() === '' || this.password() === '')
      return this.problem.set('Enter your e-mail and password.');
    this.sending.set(true);
    this.problem.set(null);
    try {
      await this.sessions.signIn({ email: this.email().trim(), password: this.password() });
      await this.router.navigateByUrl(safeReturn(this.returnTo()));
    } catch (error) {
      this.problem.set(toApiError(error).message);
    } finally {
      this.sending.set(false);
    }
  }
}
