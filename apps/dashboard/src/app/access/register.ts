import { Component, computed, inject, input, signal } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { toApiError } from '@linkage/api-client';
import { Banner } from '@linkage/ui';
import { Control, Field } from '@linkage/ui/field';
import { safeReturn } from '../shared/session/guards';
import { SessionStore } from '../shared/session/session-store';
import { ServerClock } from '../base/server-clock';
import { AccessFrame } from './access-frame';
import { filledIn } from '../base/filled-in';
import { PasswordField } from './password-field';
import { Registration, whyClosed } from './registration';

@Component({
  selector: 'app-register',
  imports: [RouterLink, AccessFrame, Banner, Control, Field, PasswordField],
  template: `
    <app-access-frame>
      @if (closed(); as why) {
        <section>
          <h1>Register</h1>
          <lk-banner tone="info" icon="info" role="status"
            ><b>{{ why.heading }}</b> {{ why.way }}</lk-banner
          >
          <p class="foot">
            Already registered? <a class="lk-link" routerLink="/sign-in" queryParamsHandling="preserve">Sign in</a>
          </p>
        </section>
      } @else if (asked()) {
        <form novalidate (submit)="$event.preventDefault(); send($any($event.target))">
          <div><h1>Register</h1><p>a workspace for your brand or agency</p></div>
          @if (form.problem(); as text) {
            <lk-banner tone="bad" icon="alert" role="alert">{{ text }}</lk-banner>
          }
          <lk-field label="Brand or agency" [error]="form.error('workspaceName')"
            ><input
              lkControl
              name="organization"
              dir="auto"
              autocomplete="organization"
              [(text)]="form.workspaceName"
              (blur)="form.leave('workspaceName')"
          /></lk-field>
          <lk-field label="Your name" [error]="form.error('name')"
            ><input
              lkControl
              name="name"
              dir="auto"
              autocomplete="name"
              [(text)]="form.name"
              (blur)="form.leave('name')"
          /></lk-field>
          <lk-field label="E-mail" [error]="form.error('email')"
            ><input
              lkControl
              name="email"
              type="email"
              inputmode="email"
              autocomplete="username"
              spellcheck="false"
              [(text)]="form.email"
              (blur)="form.leave('email')"
          /></lk-field>
          <app-password-field
            autocomplete="new-password"
            note="At least 10 characters, and not easy to guess. Pasting from a password manager works."
            [error]="form.error('password')"
            [(value)]="form.password"
            (left)="form.leave('password')"
          />
          <button
            type="submit"
            class="lk-button primary wide"
            [attr.aria-describedby]="form.obstacle() ? 'why' : null"
            [disabled]="form.sending()"
            >Create workspace</button
          >
          @if (form.obstacle(); as why) {
            <p id="why" class="lk-note why">{{ why }}</p>
          }
          <p class="foot"
            >Already registered? <a class="lk-link" routerLink="/sign-in" queryParamsHandling="preserve">Sign in</a></p
          >
        </form>
      }
    </app-access-frame>
  `,
  styleUrl: './access.css',
})
export class Register {
  private readonly sessions = inject(SessionStore);
  private readonly router = inject(Router);
  readonly returnTo = input<string>();
  protected readonly form = new Registration();
  private readonly clock = inject(ServerClock);
  /** The server has said whether visitors may register. If it cannot be asked, it says so when one tries. */
  protected readonly asked = signal(false);
  protected readonly closed = computed(() => {
    const registration = this.clock.about()?.registration;
    return registration === undefined ? null : whyClosed(registration, this.form.invitation() !== null);
  });

  constructor() {
    this.form.invitation.set(inject(ActivatedRoute).snapshot.fragment);
    void this.clock
      .load()
      .catch(() => undefined)
      .then(() => this.asked.set(true));
  }

  protected async send(form: HTMLFormElement): Promise<void> {
    this.form.take({
      workspaceName: filledIn(form, 'organization'),
      name: filledIn(form, 'name'),
      email: filledIn(form, 'email'),
      password: filledIn(form, 'password'),
    });
    if (this.form.obstacle() !== null) return;
    this.form.sending.set(true);
    this.form.problem.set(null);
    try {
      await this.sessions.register(this.form.request(), this.form.commandKey());
      await this.router.navigateByUrl(safeReturn(this.returnTo()));
    } catch (error) {
      this.form.refuse(toApiError(error));
    } finally {
      this.form.sending.set(false);
    }
  }
}
