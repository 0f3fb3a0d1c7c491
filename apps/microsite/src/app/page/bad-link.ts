import { Component, inject } from '@angular/core';
import { Icon } from '@linkage/ui';
import { PageAddress } from '../page-address';
import { texts } from '../texts';

/**
 * A tampered, cut or withdrawn link (all look the same), or a return from a platform that belongs to no creator here.
 * None is a dead end.
 */
@Component({
  selector: 'ms-bad-link',
  imports: [Icon],
  template: `
    <span class="sign warn"><lk-icon name="unplug" [size]="20" /></span>
    <h1>{{ texts.heading }}</h1>
    <p class="lead">{{ texts.lead }}</p>
    <ul class="ways">
      @for (way of texts.ways; track way) {
        <li>{{ way }}</li>
      }
    </ul>
  `,
})
export class BadLink {
  private readonly problem = inject(PageAddress).problem;
  protected readonly texts = isLostReturn(this.problem) ? texts.lostReturn[this.problem] : texts.badLink;
}

const isLostReturn = (problem: string | null): problem is keyof typeof texts.lostReturn =>
  problem !== null && Object.hasOwn(texts.lostReturn, problem);
