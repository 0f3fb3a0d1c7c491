import { Component, inject } from '@angular/core';
import { Banner } from '@linkage/ui';
import { AsOf } from './as-of';

/** Stays in sight while the page shows the past. What else can be done there goes into it. */
@Component({
  selector: 'app-as-of-banner',
  imports: [Banner],
  template: `
    @if (asOf.on()) {
      <lk-banner tone="info" icon="calendar" role="status">
        <b>You see everything as it was on {{ asOf.label() }}.</b> Nothing can be changed here.
        <ng-container lkActions
          ><ng-content /><button type="button" class="lk-button secondary small" (click)="asOf.go(null)"
            >Back to now</button
          ></ng-container
        >
      </lk-banner>
    }
  `,
  styles: `
    :host {
      display: block;
      position: sticky;
      top: 0;
      z-index: 4;
      flex: none;
    }
    lk-banner {
      min-height: 40px;
      padding: 6px var(--lk-6);
      border-width: 0;
      border-radius: 0;
    }
    @media (max-width: 959px) {
      lk-banner {
        padding: 8px var(--lk-4);
      }
    }
  `,
})
export class AsOfBanner {
  protected readonly asOf = inject(AsOf);
}
