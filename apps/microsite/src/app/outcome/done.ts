import { Component, inject } from '@angular/core';
import { Icon } from '@linkage/ui';
import { texts } from '../texts';
import { Visit } from '../visit';

@Component({
  selector: 'ms-done',
  imports: [Icon],
  template: `
    <span class="sign ok"><lk-icon name="check" [size]="20" /></span>
    <div role="status"
      ><h1>{{ texts.heading }}</h1
      ><p class="lead">{{ texts.lead }}</p></div
    >
    <div class="stack"
      ><button type="button" class="lk-button secondary big" (click)="visit.toAccounts()">{{ texts.back }}</button></div
    >
  `,
})
export class Done {
  protected readonly texts = texts.done;
  protected readonly visit = inject(Visit);
}
