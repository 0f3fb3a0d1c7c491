import { Component, computed, inject, input } from '@angular/core';
import { platforms } from '@linkage/platform-guide';
import { Icon } from '@linkage/ui';
import { texts } from '../texts';
import { Visit } from '../visit';

interface Words {
  readonly another: string;
  readonly later: string;
  readonly until: string;
}

/**
 * What else can be answered to a choice: another account, or later. The yes is put in, and why an answer came to
 * nothing stands above it.
 */
@Component({
  selector: 'ms-other-answers',
  imports: [Icon],
  template: `
    @if (visit.troubleOfChoice(); as said) {
      <p class="notice bad" role="alert"><lk-icon name="alert" />{{ said }}</p>
    }
    <div class="stack">
      <ng-content />
      <button
        type="button"
        class="lk-button secondary big"
        [disabled]="visit.isAnswering()"
        (click)="visit.switchAccount()"
      >
        {{ visit.opening() === null ? words().another : opening }}
      </button>
      @if (hint(); as says) {
        <p class="note">{{ says }}</p>
      }
      <button type="button" class="lk-button quiet big" (click)="visit.toAccounts()">{{ words().later }}</button>
    </div>
    <p class="note">{{ words().until }}</p>
  `,
})
export class OtherAnswers {
  readonly words = input.required<Words>();
  protected readonly visit = inject(Visit);
  protected readonly opening = texts.accounts.opening;
  protected readonly hint = computed(() => {
    const platform = this.visit.outcome()?.platform;
    return platform === undefined ? null : platforms[platform].otherAccount.hint;
  });
}
