import { Component, computed, input } from '@angular/core';
import { formatShare } from './format-figure';

/** A share as a thin bar with its value printed: for long lists, where a chart would be too much. */
@Component({
  selector: 'lk-share-bar',
  template: `<i [style.width.%]="share() * 100"></i><span>{{ text() }}</span>`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 5ch;
      align-items: center;
      gap: 8px;
    }
    i {
      display: block;
      min-width: 1px;
      height: 4px;
      border-radius: 2px;
      background: var(--lk-chart-2);
    }
    span {
      text-align: right;
      font-weight: 500;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class ShareBar {
  /** 0 to 1 */
  readonly share = input.required<number>();
  protected readonly text = computed(() => formatShare(this.share()));
}
