import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { rxResource, takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { LiveUpdates, WorkspacesApi, toApiError } from '@linkage/api-client';
import { EMAIL_INCOMPLETE, isEmailAddress } from '@linkage/contracts';
import { Banner, Icon } from '@linkage/ui';
import { Control, Field } from '@linkage/ui/field';
import { auditTime, firstValueFrom, type Observable } from 'rxjs';
import { PasswordField } from '../access';
import { ServerClock } from '../base/server-clock';
import { filledIn } from '../base/filled-in';
import { SessionStore } from '../shared/session/session-store';
import { Toasts } from '../shared/toasts/toasts';
import { EmailChangeOpen } from './email-change-open';

/** With which e-mail the member signs in, the way to change it, and how a change that is open stands. */
@Component({
  selector: 'app-change-email',
  imports: [Banner, Control, EmailChangeOpen, Field, Icon, PasswordField],
  template: `
    <div class="shown">
      <span class="email"
        ><b>{{ email() }}</b>
        @if (unconfirmed()) {
          <span class="lk-caption">not confirmed yet</span>
        }
      </span>
      @if (!open() && change() === null && sendsMail()) {
        <button #opener type="button" class="lk-button secondary" aria-label="Change e-mail" (click)="start()"
          >Change</button
        >
      }
    </div>
    @if (!sendsMail()) {
      <p class="lk-caption">This Linkage sends no e-mails, so a change cannot be confirmed.</p>
    }
    @if (trouble(); as text) {
      <lk-banner tone="bad" icon="alert" role="alert"
        >Whether a change is open could not be read. {{ text
        }}<button lkActions type="button" class="lk-button secondary small" (click)="reload()"
          >Try again</button
        ></lk-banner
      >
    }
    @if (change(); as open) {
      <app-email-change-open
        [former]="email()"
        [change]="open"
        [now]="known()?.now ?? ''"
        [busy]="sending()"
        (again)="again()"
        (canceled)="cancel()"
        (finished)="finish($event)"
        [refusal]="refusal()"
      />
    } @else if (open()) {
      <form novalidate (submit)="$event.preventDefault(); send($any($event.target))">
        @if (problem(); as text) {
          <lk-banner tone="bad" icon="alert" role="alert">{{ text }}</lk-banner>
        }
        <lk-field label="New e-mail" [error]="emailFault()"
          ><input
            #field
            lkControl
            name="email"
            type="email"
            inputmode="email"
            autocomplete="email"
            spellcheck="false"
            [(text)]="typed"
        /></lk-field>
        <app-password-field label="Current password" name="current" [error]="currentFault()" [(value)]="current" />
        <p class="rule lk-caption"
          ><lk-icon name="info" [size]="14" /><span
            >{{ rule() }} Until then you sign in as before; then all other sessions end.</span
          ></p
        >
        <div class="buttons">
          <button type="submit" class="lk-button primary" [disabled]="sending()">{{
            sending() ? 'Sending …' : 'Send e-mails'
          }}</button>
          <button type="button" class="lk-button quiet" (click)="close()">Cancel</button>
        </div>
      </form>
    }
  `,
  styleUrl: './change-form.css',
  styles: `
    :host {
      display: grid;
      gap: var(--lk-3);
    }
    .email {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--lk-2);
    }
    .email b {
      font-weight: 500;
    }
    .rule {
      display: flex;
      gap: var(--lk-2);
    }
    .rule lk-icon {
      flex: none;
      margin-top: 1px;
    }
  `,
})
export class ChangeEmail {
  private readonly api = inject(WorkspacesApi);
  private readonly sessions = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  protected readonly sendsMail = inject(ServerClock).sendsMail;
  private readonly field = viewChild<string, ElementRef<HTMLInputElement>>('field', { read: ElementRef });
  private readonly opener = viewChild<string, ElementRef<HTMLButtonElement>>('opener', { read: ElementRef });
  private readonly resource = rxResource({ stream: () => this.api.email() });
  protected readonly known = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  /** null: none is open; undefined: not known. */
  protected readonly change = computed(() => this.known()?.change);
  protected readonly trouble = computed(() => {
    const error = this.resource.error();
    return error === undefined ? null : toApiError(error.cause ?? error).message;
  });
  protected readonly email = () => this.known()?.email ?? this.sessions.session()?.member.email ?? '';
  protected readonly unconfirmed = () => this.sessions.session()?.member.mustConfirmEmail === true;
  protected readonly rule = computed(() =>
    this.unconfirmed()
      ? 'You confirm the new address through a link that is sent to it.'
      : 'You confirm both addresses, through a link that is sent to each of them.',
  );
  protected readonly open = signal(false);
  protected readonly typed = signal('');
  protected readonly current = signal('');
  protected readonly sending = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly emailFault = signal<string | null>(null);
  protected readonly currentFault = signal<string | null>(null);
  /** Why the change could not be finished, with the field that it is about. */
  protected readonly refusal = signal<{ readonly current: boolean; readonly text: string } | null>(null);

  constructor() {
    // The links of the mails open elsewhere: each confirmation is a fact, and so in the history.
    inject(LiveUpdates)
      .changes('history')
      .pipe(auditTime(200), takeUntilDestroyed())
      .subscribe(() => this.reload());
    effect(() => {
      const email = this.known()?.email;
      if (email !== undefined && email !== untracked(this.sessions.session)?.member.email)
        untracked(() => void this.sessions.refresh());
    });
  }

  protected reload(): void {
    this.resource.reload();
  }

  protected start(): void {
    this.typed.set('');
    this.current.set('');
    for (const said of [this.problem, this.emailFault, this.currentFault]) said.set(null);
    this.open.set(true);
    afterNextRender(() => this.field()?.nativeElement.focus(), { injector: this.injector });
  }

  protected close(): void {
    this.open.set(false);
    afterNextRender(() => this.opener()?.nativeElement.focus(), { injector: this.injector });
  }

  protected async send(form: HTMLFormElement): Promise<void> {
    if (this.sending()) return;
    this.typed.set(filledIn(form, 'email'));
    this.current.set(filledIn(form, 'current'));
    const email = this.typed().trim();
    this.problem.set(null);
    this.emailFault.set(isEmailAddress(email) ? null : EMAIL_INCOMPLETE);
    this.currentFault.set(this.current() === '' ? 'Enter your current password.' : null);
    if (this.emailFault() !== null || this.currentFault() !== null) return;
    this.sending.set(true);
    try {
      await firstValueFrom(this.api.changeEmail({ email, current: this.current() }));
      this.current.set('');
      this.open.set(false);
      this.resource.reload();
    } catch (error) {
      const refusal = toApiError(error);
      this.emailFault.set(refusal.field('email') ?? null);
      this.currentFault.set(refusal.field('current') ?? null);
      if (this.emailFault() === null && this.currentFault() === null) this.problem.set(refusal.message);
    } finally {
      this.sending.set(false);
    }
  }

  protected again(): Promise<void> {
    return this.act(
      this.api.sendEmailChangeAgain(),
      'The e-mails are on their way once more.',
      'No e-mail was sent.',
      () => this.again(),
    );
  }

  protected cancel(): Promise<void> {
    return this.act(
      this.api.cancelEmailChange(),
      'The change is given up. Its links open nothing any more.',
      'The change is still open.',
      () => this.cancel(),
    );
  }

  protected async finish(current: string): Promise<void> {
    this.sending.set(true);
    this.refusal.set(null);
    try {
      await firstValueFrom(this.api.finishEmailChange({ current }));
      await this.sessions.refresh();
      this.toasts.show('Your e-mail is changed. All other sessions ended.');
      this.resource.reload();
    } catch (error) {
      const refusal = toApiError(error);
      const why = refusal.field('current');
      this.refusal.set({ current: why !== undefined, text: why ?? refusal.message });
    } finally {
      this.sending.set(false);
    }
  }

  private async act(request: Observable<unknown>, done: string, failed: string, retry: () => void): Promise<void> {
    this.sending.set(true);
    try {
      await firstValueFrom(request);
      this.toasts.show(done, 'mail');
      this.resource.reload();
    } catch (error) {
      this.toasts.failed(`${failed} ${toApiError(error).message}`, retry);
    } finally {
      this.sending.set(false);
    }
  }
}
