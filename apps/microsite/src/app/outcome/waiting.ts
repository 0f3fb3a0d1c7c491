import { Component, computed, inject } from '@angular/core';
import { Icon } from '@linkage/ui';
import { platformName } from '../names';
import { Say } from '../say';
import { texts } from '../texts';
import { Visit } from '../visit';

/** Back before the attempt has ended, or its outcome could not be read. */
@Component({
  selector: 'ms-waiting',
  imports: [Icon, Say],
  template: `
    @if (visit.outcomeFailure(); as failure) {
      <span class="sign warn"><lk-icon name="alert" [size]="20" /></span>
      <div role="alert">
        <h1>{{ trouble.outcome }}</h1>
        <p class="lead"><ms-say [text]="trouble.outcomeLead" [with]="{ reason: failure.message }" /></p>
      </div>
    } @else {
      <span class="sign"><lk-icon name="clock" [size]="20" /></span>
      <div role="status">
        <h1>{{ texts.heading }}</h1>
        <p class="lead"
          ><ms-say [text]="visit.gaveUp() ? texts.gaveUp : texts.lead" [with]="{ platform: platform() }"
        /></p>
      </div>
    }
    <div class="stack">
      @if (visit.gaveUp() || visit.outcomeFailure()) {
        <button type="button" class="lk-button primary big" (click)="visit.look()">{{ texts.look }}</button>
      }
      <button type="button" class="lk-button secondary big" (click)="visit.toAccounts()">{{ texts.back }}</button>
    </div>
  `,
})
export class Waiting {
  protected readonly texts = texts.waiting;
  protected readonly trouble = texts.trouble;
  protected readonly visit = inject(Visit);
  protected readonly platform = computed(() => platformName(this.visit.outcome()?.platform));
}
