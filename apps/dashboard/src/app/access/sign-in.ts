import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { toApiError } from '@linkage/api-client';
import { Banner, Control, Field } from '@linkage/ui';
import { safeReturn } from '../shared/session/guards';
import { SessionStore } from '../shared/session/session-store';
import { AccessFrame } from './access-frame';
import { PasswordField } from './password-field';

@Component({
  selector: 'app-sign-in',
  imports: [RouterLink, AccessFrame, Banner, Control, Field, PasswordField],
  template: `
    <app-access-frame>
      <form novalidate (submit)="$event.preventDefault(); send()">
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
            [value]="email()"
            (input)="email.set($any($event.target).value)"
        /></lk-field>
        <app-password-field [(value)]="password" />
        <button
          type="submit"
          class="lk-button primary wide"
          [attr.aria-describedby]="obstacle() ? 'why' : null"
          [disabled]="obstacle() !== null"
          >Sign in</button
        >
        @if (obstacle(); as why) {
          <p id="why" class="lk-note why">{{ why }}</p>
        }
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
  protected readonly obstacle = computed(() => {
    if (this.sending()) return 'Signing in …';
    return this.email().trim() === '' || this.password() === '' ? 'Give your e-mail and password.' : null;
  });

  protected async send(): Promise<void> {
    if (this.obstacle() !== null) return;
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
