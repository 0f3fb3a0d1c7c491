import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

export type Tone = 'info' | 'ok' | 'warn' | 'bad' | 'quiet';

/** Icon and word in one colour. Filled only where a person is needed: a healthy list is almost monochrome. */
@Component({
  selector: 'lk-status',
  imports: [Icon],
  template: `<lk-icon [name]="icon()" [size]="14" /><span class="word"><ng-content /></span>`,
  host: { '[class]': 'tone()', '[class.filled]': 'filled()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      font-weight: 500;
      line-height: 18px;
      white-space: nowrap;
      max-width: 100%;
    }
    .word {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    :host(.info) {
      color: var(--lk-info);
    }
    :host(.ok) {
      color: var(--lk-ok);
    }
    :host(.warn) {
      color: var(--lk-warn);
    }
    :host(.bad) {
      color: var(--lk-bad);
    }
    :host(.quiet) {
      color: var(--lk-ink-2);
      font-weight: 400;
    }
    :host(.quiet) lk-icon {
      color: var(--lk-ok);
    }
    :host(.filled) {
      height: 18px;
      padding: 0 6px 0 5px;
      margin-left: -5px;
      border-radius: var(--lk-r-1);
      font-size: 12px;
      background: var(--lk-warn-soft);
    }
    :host(.filled.bad) {
      background: var(--lk-bad-soft);
    }
  `,
})
export class Status {
  readonly tone = input.required<Tone>();
  readonly icon = input.required<IconName>();
  readonly filled = input(false);
}
