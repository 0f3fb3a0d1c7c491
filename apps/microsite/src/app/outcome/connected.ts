import { Component, computed, inject } from '@angular/core';
import { Avatar, Icon } from '@linkage/ui';
import { MissingList } from './missing-list';
import { handle, platformName } from '../names';
import { Say } from '../say';
import { texts } from '../texts';
import { Visit } from '../visit';

/** It worked: which account, what happens next, and the way on. */
@Component({
  selector: 'ms-connected',
  imports: [Avatar, Icon, MissingList, Say],
  template: `
    @if (visit.outcome(); as outcome) {
      <span class="sign ok"><lk-icon name="check" [size]="20" /></span>
      <div role="status">
        <h1
          ><ms-say
            [text]="heading()"
            [with]="{ account: account(), platform: platform(), count: '' + accounts().length }"
        /></h1>
        @if (outcome.account && outcome.refused.length === 0) {
          <p class="lead">{{ outcome.missing.length > 0 ? texts.inPart : texts.lead }}</p>
        }
      </div>
      @for (known of accounts(); track known.accountId) {
        <div class="card">
          <lk-avatar [name]="known.displayName || known.username" [src]="known.avatarUrl" size="big" />
          <div class="words"
            ><b
              ><bdi>{{ known.displayName || known.username }}</bdi></b
            ><span>{{ platform() }}</span></div
          >
          <button type="button" class="lk-link target" (click)="visit.toAccounts(known.accountId)">{{
            texts.notMine
          }}</button>
        </div>
      }
      @for (refused of outcome.refused; track $index) {
        <div class="notice warn"
          ><lk-icon name="alert" /><div
            ><b><ms-say [text]="texts.refused" [with]="{ account: nameOf(refused.username) }" /></b><br />{{
              refused.message
            }}</div
          ></div
        >
      }
      <ms-missing-list [missing]="outcome.missing" />
      <h2>{{ texts.next }}</h2>
      <ol class="steps">
        @for (step of texts.steps; track step) {
          <li><ms-say [text]="step" [with]="{ brand: visit.site()?.brand ?? '' }" /></li>
        }
      </ol>
      @if (startFailure(); as failure) {
        <p class="notice bad" role="alert"><lk-icon name="alert" />{{ failure }}</p>
      }
      <div class="stack">
        @if (outcome.missing.length > 0) {
          <button
            type="button"
            class="lk-button primary big"
            [disabled]="visit.opening() !== null"
            (click)="visit.connectAgain(outcome)"
            ><ms-say [text]="texts.add" [with]="{ platform: platform() }"
          /></button>
        }
        <button
          type="button"
          class="lk-button big"
          [class]="outcome.missing.length > 0 ? 'secondary' : 'primary'"
          (click)="visit.toAccounts()"
          >{{ texts.another }}</button
        >
        <button type="button" class="lk-button quiet big" (click)="visit.done.set(true)">{{ texts.done }}</button>
      </div>
    }
  `,
})
export class Connected {
  protected readonly texts = texts.connected;
  protected readonly visit = inject(Visit);
  private readonly outcome = computed(() => this.visit.outcome() ?? null);
  protected readonly platform = computed(() => platformName(this.outcome()?.platform));
  protected readonly account = computed(() => handle(this.outcome()?.account?.username ?? ''));
  protected readonly accounts = computed(() => {
    const { account = null, others = [] } = this.outcome() ?? {};
    return account === null ? [] : [account, ...others];
  });
  protected readonly nameOf = (username: string | null): string =>
    username === null ? texts.connected.one : handle(username);
  protected readonly startFailure = computed(() => this.visit.trouble()?.error.message);
  protected readonly heading = computed(() => {
    const [account, ...others] = this.accounts();
    if (others.length > 0) return texts.connected.several;
    return account ? (account.reconnected ? texts.connected.again : texts.connected.heading) : texts.connected.some;
  });
}
