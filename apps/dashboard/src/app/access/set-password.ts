import { Component, computed, inject, input, signal } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { toApiError } from '@linkage/api-client';
import { Banner } from '@linkage/ui';
import { SessionStore } from '../shared/session/session-store';
import { AccessFrame } from './access-frame';
import { filledIn } from '../base/filled-in';
import { PasswordField } from './password-field';

const SHORTEST = 10;
const INCOMPLETE = 'This link is not complete. Copy all of it, or have a new one sent to you.';

/**
 * A password through a link: that of the operator for a first member, or that of a mail in the place of a forgotten
 * one. Opening it changes nothing.
 */
@Component({
  selector: 'app-set-password',
  imports: [RouterLink, AccessFrame, Banner, PasswordField],
  template: `
    <app-access-frame>
      <form novalidate (submit)="$event.preventDefault(); send($any($event.target))">
        <div>
          <h1>{{ resets() ? 'Choose another password' : 'Choose a password' }}</h1>
          <p>{{ resets() ? 'all other sessions end' : 'to sign in to your workspace' }}</p>
        </div>
        @if (problem(); as text) {
          <lk-banner tone="bad" icon="alert" role="alert">{{ text }}</lk-banner>
        }
        <app-password-field
          autocomplete="new-password"
          note="At least 10 characters, and not easy to guess. Pasting from a password manager works."
          [error]="error()"
          [(value)]="password"
        />
        <button
          type="submit"
          class="lk-button primary wide"
          [attr.aria-describedby]="obstacle() ? 'why' : null"
          [disabled]="sending()"
        >
          Set password and sign in
        </button>
        @if (obstacle(); as why) {
          <p id="why" class="lk-note why">{{ why }}</p>
        }
        <p class="foot">Done before? <a class="lk-link" routerLink="/sign-in">Sign in</a></p>
      </form>
    </app-access-frame>
  `,
  styleUrl: './access.css',
})
export class SetPassword {
  private readonly sessions = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly link = inject(ActivatedRoute).snapshot.fragment ?? '';
  /** In the place of a forgotten one, through the link in an e-mail; from the route. */
  readonly resets = input(false);
  protected readonly password = signal('');
  protected readonly sending = signal(false);
  protected readonly problem = signal<string | null>(this.link === '' ? INCOMPLETE : null);
  private readonly refused = signal<{ readonly password: string; readonly why: string } | null>(null);
  protected readonly error = computed(() => {
    const refused = this.refused();
    return refused?.password === this.password() ? refused.why : null;
  });
  protected readonly obstacle = computed(() => {
    if (this.link === '') return 'Open the whole link to go on.';
    if (this.sending()) return 'Setting your password …';
    if (this.password() === '') return 'Choose a password to go on.';
    const missing = SHORTEST - this.password().length;
    if (missing > 0) return `${missing} more ${missing === 1 ? 'character' : 'characters'}, please.`;
    return this.error() === null ? null : 'Choose another password to go on.';
  });

  protected async send(form: HTMLFormElement): Promise<void> {
    this.password.set(filledIn(form, 'password'));
    if (this.obstacle() !== null) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      await this.sessions.setPassword({ link: this.link, password: this.password() });
      await this.router.navigateByUrl('/creators');
    } catch (error) {
      const refusal = toApiError(error);
      const why = refusal.field('password');
      if (why === undefined) this.problem.set(refusal.message);
      else this.refused.set({ password: this.password(), why });
    } finally {
      this.sending.set(false);
    }
  }
}
