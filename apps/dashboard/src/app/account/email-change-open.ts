import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { EmailChangeStatus } from '@linkage/contracts';
import { Banner, Icon, Time } from '@linkage/ui';
import { PasswordField } from '../access';
import { ServerClock } from '../base/server-clock';
import { filledIn } from '../base/filled-in';

/** A change of e-mail on its way: what each address has answered, and what can be done. */
@Component({
  selector: 'app-email-change-open',
  imports: [Banner, Icon, PasswordField, Time],
  template: `
    <section class="card" aria-labelledby="email-change-title">
      <h3 id="email-change-title">Change to {{ change().email }}</h3>
      <ul>
        <li [class.done]="change().new === 'confirmed'"
          ><lk-icon [name]="change().new === 'confirmed' ? 'check' : 'mail'" /><span class="what"
            ><span>{{ change().email }}</span
            ><span class="lk-caption">{{
              change().new === 'confirmed' ? 'Confirmed' : 'Waits for the link in the e-mail'
            }}</span></span
          ></li
        >
        @if (change().former !== 'not-asked') {
          <li [class.done]="change().former === 'confirmed'"
            ><lk-icon [name]="change().former === 'confirmed' ? 'check' : 'mail'" /><span class="what"
              ><span>{{ former() }}</span
              ><span class="lk-caption">
                @if (change().former === 'confirmed') {
                  Confirmed
                } @else if (alone()) {
                  No answer for a week
                } @else {
                  Waits for the link in the e-mail
                }
              </span></span
            ></li
          >
        }
      </ul>
      @if (alone()) {
        <form novalidate (submit)="$event.preventDefault(); finish($any($event.target))">
          <p>You can finish without {{ former() }} now.</p>
          @if (refusal(); as refused) {
            @if (!refused.current) {
              <lk-banner tone="bad" icon="alert" role="alert">{{ refused.text }}</lk-banner>
            }
          }
          <app-password-field label="Current password" name="current" [error]="fault()" [(value)]="current" />
          <button type="submit" class="lk-button primary" [disabled]="busy()">Change e-mail now</button>
        </form>
      } @else if (change().former === 'waits') {
        <p class="lk-caption"
          >Cannot read {{ former() }} any more? Confirm the new address. If nothing is pressed in the e-mail to the
          former one, you can finish with your password alone from
          <lk-time [at]="change().aloneFrom" as="exact" /> on.</p
        >
      }
      <p class="lk-caption"
        >A link works for an hour; the change is open until <lk-time [at]="change().until" as="date" />.</p
      >
      <div class="buttons">
        @if (sendsMail()) {
          <button type="button" class="lk-button secondary" [disabled]="busy()" (click)="again.emit()"
            >Send again</button
          >
        }
        <button type="button" class="lk-button quiet" [disabled]="busy()" (click)="canceled.emit()"
          >Cancel change</button
        >
      </div>
    </section>
  `,
  styles: `
    .card {
      display: grid;
      gap: var(--lk-3);
      padding: var(--lk-4);
      border: 1px solid var(--lk-line);
      border-radius: var(--lk-r-2);
      background: var(--lk-sunken);
    }
    h3 {
      font: 600 14px/20px var(--lk-font);
      overflow-wrap: anywhere;
    }
    ul {
      display: grid;
      gap: var(--lk-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: flex-start;
      gap: var(--lk-3);
    }
    li lk-icon {
      flex: none;
      margin-top: 2px;
      color: var(--lk-ink-3);
    }
    li.done lk-icon {
      color: var(--lk-ok);
    }
    .what {
      display: grid;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    form {
      display: grid;
      gap: var(--lk-3);
      max-width: 400px;
    }
    form .lk-button {
      justify-self: start;
    }
    .lk-caption {
      overflow-wrap: anywhere;
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--lk-2);
    }
  `,
})
export class EmailChangeOpen {
  readonly former = input.required<string>();
  readonly change = input.required<EmailChangeStatus>();
  /** ISO, by the server. */
  readonly now = input.required<string>();
  readonly busy = input(false);
  readonly refusal = input<{ readonly current: boolean; readonly text: string } | null>(null);
  readonly again = output();
  readonly canceled = output();
  readonly finished = output<string>();
  protected readonly sendsMail = inject(ServerClock).sendsMail;
  protected readonly current = signal('');
  private readonly missing = signal(false);
  protected readonly alone = computed(() => {
    const { new: confirmed, former, aloneFrom } = this.change();
    return confirmed === 'confirmed' && former === 'waits' && aloneFrom <= this.now();
  });
  protected readonly fault = computed(() => {
    if (this.missing()) return 'Enter your current password.';
    const refused = this.refusal();
    return refused?.current ? refused.text : null;
  });

  protected finish(form: HTMLFormElement): void {
    this.current.set(filledIn(form, 'current'));
    this.missing.set(this.current() === '');
    if (!this.missing()) this.finished.emit(this.current());
  }
}
