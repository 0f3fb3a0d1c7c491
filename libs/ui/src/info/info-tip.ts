import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import { Hint } from '../popup/hint';

/**
 * A small button that explains a word: opens by click or keyboard, closes by Escape, a second click, or a click
 * elsewhere. A link within it leads on.
 */
@Component({
  selector: 'lk-info',
  imports: [Hint, Icon],
  template: `
    <button type="button" [lkHint]="tip" [attr.aria-label]="'About ' + of().slice(0, 1).toLowerCase() + of().slice(1)"
      ><lk-icon name="info" [size]="12"
    /></button>
    <ng-template #tip>
      <div class="tip" role="status"
        ><b>{{ of() }}</b
        >{{ text() }}<ng-content
      /></div>
    </ng-template>
  `,
  styles: `
    :host {
      display: inline-flex;
    }
    button {
      position: relative;
      display: inline-grid;
      place-items: center;
      width: 24px;
      height: 24px;
      margin: -5px;
      padding: 0;
      border: 0;
      border-radius: var(--lk-r-1);
      background: none;
      color: var(--lk-ink-3);
      cursor: help;
    }
    button:hover,
    button[aria-expanded='true'] {
      color: var(--lk-ink);
    }
    @media (max-width: 599px) {
      button::after {
        content: '';
        position: absolute;
        inset: -10px;
      }
    }
    .tip {
      max-width: min(280px, calc(100vw - 32px));
      padding: 10px 12px;
      border: 1px solid var(--lk-line);
      border-radius: var(--lk-r-2);
      background: var(--lk-raised);
      box-shadow: var(--lk-e-2);
      font: var(--lk-caption);
      color: var(--lk-ink-2);
    }
    .tip b {
      display: block;
      margin-bottom: 2px;
      font-weight: 600;
      color: var(--lk-ink);
    }
    .tip ::ng-deep a {
      display: block;
      margin-top: 6px;
    }
  `,
})
export class InfoTip {
  /** The word that is explained. */
  readonly of = input.required<string>();
  readonly text = input.required<string>();
}
