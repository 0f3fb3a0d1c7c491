import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/** Icon, bold fact, consequence; buttons go to the `lkActions` slot. */
@Component({
  selector: 'lk-banner',
  imports: [Icon],
  template: `<lk-icon [name]="icon()" /><div class="text"><ng-content /></div
    ><div class="actions"><ng-content select="[lkActions]" /></div>`,
  host: { '[class]': 'tone()' },
  styles: `
    :host {
      display: flex;
      align-items: flex-start;
      flex-wrap: wrap;
      gap: 6px 10px;
      padding: 10px 14px;
      border: 1px solid var(--lk-line);
      border-radius: var(--lk-r-2);
      background: var(--lk-sunken);
      font: var(--lk-small);
    }
    lk-icon {
      margin-top: 2px;
    }
    .text {
      flex: 1 1 min(240px, 100% - 26px);
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--lk-2);
      align-self: center;
    }
    .actions:empty {
      display: none;
    }
    /* One line of text beside a button stands in its middle. */
    @media (min-width: 960px) {
      :host:has(> .actions > *) > .text {
        padding-block: 4px;
      }
      :host:has(> .actions > *) > lk-icon {
        margin-top: 6px;
      }
    }
    :host(.warn) {
      background: var(--lk-warn-soft);
      border-color: var(--lk-warn-line);
    }
    :host(.warn) > lk-icon {
      color: var(--lk-warn);
    }
    :host(.bad) {
      background: var(--lk-bad-soft);
      border-color: var(--lk-bad-line);
    }
    :host(.bad) > lk-icon {
      color: var(--lk-bad);
    }
    :host(.ok) {
      background: var(--lk-ok-soft);
      border-color: transparent;
    }
    :host(.ok) > lk-icon {
      color: var(--lk-ok);
    }
    :host(.info) {
      background: var(--lk-info-soft);
      border-color: transparent;
    }
    :host(.info) > lk-icon {
      color: var(--lk-info);
    }
  `,
})
export class Banner {
  readonly tone = input<'warn' | 'bad' | 'ok' | 'info' | 'plain'>('plain');
  readonly icon = input.required<IconName>();
}
