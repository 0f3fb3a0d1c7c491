import { Component, inject, output, signal } from '@angular/core';
import { WorkspacesApi, toApiError } from '@linkage/api-client';
import { Banner } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { PasswordField } from '../access';
import { filledIn } from '../base/filled-in';
import { SessionStore } from '../shared/session/session-store';
import { Toasts } from '../shared/toasts/toasts';

const SHORTEST = 10;

/** The current password and another one. */
@Component({
  selector: 'app-change-password',
  imports: [Banner, PasswordField],
  template: `
    <form novalidate (submit)="$event.preventDefault(); send($any($event.target))">
      @if (problem(); as text) {
        <lk-banner tone="bad" icon="alert" role="alert">{{ text }}</lk-banner>
      }
      <!-- Password managers look for the name that goes with the password. -->
      <input type="text" name="username" autocomplete="username" readonly hidden [value]="email()" />
      <app-password-field label="Current password" name="current" [error]="currentFault()" [(value)]="current" />
      <app-password-field
        label="New password"
        name="password"
        autocomplete="new-password"
        note="At least 10 characters, and not easy to guess."
        [error]="fault()"
        [(value)]="password"
      />
      <button type="submit" class="lk-button secondary" [disabled]="sending()">{{
        sending() ? 'Changing …' : 'Change password'
      }}</button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--lk-4);
      max-width: 360px;
    }
    .lk-button {
      justify-self: start;
    }
  `,
})
export class ChangePassword {
  private readonly api = inject(WorkspacesApi);
  private readonly toasts = inject(Toasts);
  private readonly sessions = inject(SessionStore);
  readonly changed = output();
  protected readonly email = () => this.sessions.session()?.member.email ?? '';
  protected readonly current = signal('');
  protected readonly password = signal('');
  protected readonly sending = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly currentFault = signal<string | null>(null);
  protected readonly fault = signal<string | null>(null);

  protected async send(form: HTMLFormElement): Promise<void> {
    this.current.set(filledIn(form, 'current'));
    this.password.set(filledIn(form, 'password'));
    this.problem.set(null);
    this.currentFault.set(this.current() === '' ? 'Enter your current password.' : null);
    this.fault.set(this.password().length < SHORTEST ? `Use at least ${SHORTEST} characters.` : null);
    if (this.currentFault() !== null || this.fault() !== null) return;
    this.sending.set(true);
    try {
      await firstValueFrom(this.api.changePassword({ current: this.current(), password: this.password() }));
      this.current.set('');
      this.password.set('');
      this.toasts.show('Your password is changed. All other sessions ended.');
      this.changed.emit();
    } catch (error) {
      const refusal = toApiError(error);
      this.currentFault.set(refusal.field('current') ?? null);
      this.fault.set(refusal.field('password') ?? null);
      if (this.currentFault() === null && this.fault() === null) this.problem.set(refusal.message);
    } finally {
      this.sending.set(false);
    }
  }
}
