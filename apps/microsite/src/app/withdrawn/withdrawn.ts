import { Component, ElementRef, afterRenderEffect, computed, inject, viewChild } from '@angular/core';
import { Icon } from '@linkage/ui';
import { accountRows } from '../accounts/rows';
import { Notices } from '../page/notices';
import { Say } from '../say';
import { texts } from '../texts';
import { Visit } from '../visit';
import { WithdrawnAccount } from './withdrawn-account';

/** All that the link of a withdrawn invitation is good for: to see what is still connected, and to stop it. */
@Component({
  selector: 'ms-withdrawn',
  imports: [Icon, Notices, Say, WithdrawnAccount],
  template: `
    @if (visit.site(); as site) {
      <span class="sign"><lk-icon name="unplug" [size]="20" /></span>
      <h1><ms-say [text]="texts.heading" [with]="{ brand: site.brand }" /></h1>
      <p class="lead"
        ><ms-say [text]="rows().length > 0 ? texts.connected : texts.nothing" [with]="{ brand: site.brand }"
      /></p>
      <ms-notices />
      @if (rows().length > 0) {
        <h2 id="accounts">{{ texts.still }}</h2>
        <ul class="accounts" aria-labelledby="accounts">
          @for (row of rows(); track row.key) {
            <li><ms-withdrawn-account [row]="row" [brand]="site.brand" /></li>
          }
        </ul>
      }
    }
  `,
})
export class Withdrawn {
  protected readonly texts = texts.withdrawn;
  protected readonly visit = inject(Visit);
  protected readonly rows = computed(() => {
    const site = this.visit.site();
    return site === null ? [] : accountRows(site);
  });
  private readonly notices = viewChild<unknown, ElementRef<HTMLElement>>(Notices, { read: ElementRef });

  constructor() {
    // The line that had the focus goes away.
    afterRenderEffect(() => {
      if (this.visit.news() === null) return;
      this.rows();
      this.notices()?.nativeElement.querySelector<HTMLElement>('[role=status]')?.focus();
    });
  }
}
