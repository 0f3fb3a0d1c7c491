import { Component, computed, input } from '@angular/core';
import { iconPaths, type IconName } from './icon-paths';

/**
 * An outline in the colour of the text. Decoration only: the word beside it, or the button's label, says what it means.
 */
@Component({
  selector: 'lk-icon',
  template: `<svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    focusable="false"
  >
    <path [attr.d]="path()" />
  </svg>`,
  host: {
    'aria-hidden': 'true',
    '[class.small]': 'size() === 14',
    '[class.tiny]': 'size() === 12',
    '[class.large]': 'size() === 20',
  },
  styles: `
    :host {
      display: inline-block;
      flex: none;
      width: 16px;
      height: 16px;
    }
    :host(.small) {
      width: 14px;
      height: 14px;
    }
    :host(.tiny) {
      width: 12px;
      height: 12px;
    }
    :host(.large) {
      width: 20px;
      height: 20px;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  /** In px. */
  readonly size = input<12 | 14 | 16 | 20>(16);
  protected readonly path = computed(() => iconPaths[this.name()]);
}
