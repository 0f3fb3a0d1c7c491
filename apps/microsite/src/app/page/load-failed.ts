import { Component, DOCUMENT, computed, inject } from '@angular/core';
import { Icon } from '@linkage/ui';
import { Say } from '../say';
import { texts } from '../texts';
import { Visit } from '../visit';

@Component({
  selector: 'ms-load-failed',
  imports: [Icon, Say],
  template: `
    <div role="alert">
      <span class="sign warn"><lk-icon [name]="offline() ? 'offline' : 'alert'" [size]="20" /></span>
      <h1>{{ texts.heading }}</h1>
      <p class="lead">
        @if (offline()) {
          {{ texts.offline }}
        } @else {
          <ms-say [text]="texts.lead" [with]="{ reason: visit.failure()?.message ?? '' }" />
        }
      </p>
      @if (visit.failure()?.reference; as reference) {
        <p class="note"><ms-say [text]="texts.reference" [with]="{ reference }" /></p>
      }
    </div>
    <div class="stack"
      ><button type="button" class="lk-button primary big" (click)="visit.load()">{{ texts.again }}</button></div
    >
  `,
})
export class LoadFailed {
  protected readonly texts = texts.trouble;
  protected readonly visit = inject(Visit);
  private readonly navigator = inject(DOCUMENT).defaultView?.navigator;
  protected readonly offline = computed(
    () => this.visit.failure()?.code === 'no-answer' && this.navigator?.onLine === false,
  );
}
