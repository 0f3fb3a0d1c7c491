import { Component, inject, signal } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { toApiError } from '@linkage/api-client';
import { Banner } from '@linkage/ui';
import { Control, Field } from '@linkage/ui/field';
import { filledIn } from '../base/filled-in';
import { SessionStore } from '../shared/session/session-store';
import { PasswordField } from './password-field';

/**
 * Signs in over a page whose session has ended, which then goes on as it is. Closes with `leave` for the sign-in page.
 */
@Component({
  selector: 'app-sign-in-again',
  imports: [Banner, Control, Field, PasswordField],
  template: `
    <form class="dialog" novalidate (submit)="$event.preventDefault(); send($any($event.target))">
      <header><h2 id="sign-in-again-title">Sign in again</h2></header>
      <div class="body">
        <p>Your session has ended. What you typed is still here.</p>
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
        <app-password-field cdkFocusInitial [(value)]="password" />
      </div>
      <footer>
        <span class="lk-space"></span>
        <button type="button" class="lk-button quiet" (click)="dialog.close('leave')">Leave this page</button>
        <button type="submit" class="lk-button primary" [disabled]="sending()">{{
          sending() ? 'Signing in …' : 'Sign in'
        }}</button>
      </footer>
    </form>
  `,
  styleUrl: '../base/dialog.css',
})
export class SignInAgain {
  private readonly sessions = inject(SessionStore);
  protected readonly dialog = inject<MatDialogRef<SignInAgain, 'leave'>>(MatDialogRef);
  protected readonly email = signal(this.sessions.session()?.member.email ?? '');
  protected readonly password = signal('');
  protected readonly sending = signal(false);
  protected readonly problem = signal<string | null>(null);

  /** The page closes this dialog when it has its session again. */
  protected async send(form: HTMLFormElement): Promise<void> {
    this.email.set(filledIn(form, 'email'));
    this.password.set(filledIn(form, 'password'));
    if (this.email().trim() === '' || this.password() === '')
      return this.problem.set('Enter your e-mail and password.');
    this.sending.set(true);
    this.problem.set(null);
    try {
      await this.sessions.signInAgain({ email: this.email().trim(), password: this.password() });
    } catch (error) {
      this.problem.set(toApiError(error).message);
    } finally {
      this.sending.set(false);
    }
  }
}
