import { Component, input, output } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/** What a toast looks like. Where it floats, for how long, and how it is read out is the app's affair. */
@Component({
  selector: 'lk-toast',
  imports: [Icon],
  template: `
    <lk-icon [name]="icon()" />
    <span class="text">{{ text() }}</span>
    @if (action(); as label) {
      <button type="button" class="lk-button quiet accent" (click)="acted.emit()">{{ label }}</button>
    }
    <button type="button" class="lk-button quiet icon" aria-label="Close" (click)="closed.emit()"
      ><lk-icon name="close" [size]="14"
    /></button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 10px;
      min-height: 44px;
      padding: 0 6px 0 14px;
      font: var(--lk-small);
      color: var(--lk-ink);
      background: var(--lk-raised);
      border: 1px solid var(--lk-line);
      border-radius: var(--lk-r-3);
      box-shadow: var(--lk-e-2);
    }
    .text {
      flex: 1;
      padding: 10px 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class Toast {
  readonly text = input.required<string>();
  readonly icon = input<IconName>('check');
  readonly action = input<string | null>(null);
  readonly acted = output();
  readonly closed = output();
}
