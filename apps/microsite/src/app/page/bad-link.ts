import { Component } from '@angular/core';
import { Icon } from '@linkage/ui';
import { texts } from '../texts';

/** A tampered, cut or withdrawn link: all look the same, and none is a dead end. */
@Component({
  selector: 'ms-bad-link',
  imports: [Icon],
  template: `
    <span class="sign warn"><lk-icon name="unplug" [size]="20" /></span>
    <h1>{{ texts.heading }}</h1>
    <p class="lead">{{ texts.lead }}</p>
    <ol class="steps">@for (way of texts.ways; track way) { <li>{{ way }}</li> }</ol>
  `,
})
export class BadLink {
  protected readonly texts = texts.badLink;
}
