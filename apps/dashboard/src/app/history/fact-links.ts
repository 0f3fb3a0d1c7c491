import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { HistoryItem } from '@linkage/contracts';
import { Icon } from '@linkage/ui';
import { hourOf } from './by-day';
import { iconOf } from './kinds';

/** More than these are shown only when asked for. */
const FEW = 5;

/** Facts that lead to each other: press one to see it. */
@Component({
  selector: 'app-fact-links',
  imports: [Icon],
  template: `
    <h3>{{ label() }}</h3>
    <ul>
      @for (item of shown(); track item.factId) {
        <li
          ><button type="button" (click)="chosen.emit(item.factId)"
            ><lk-icon [name]="icon(item)" [size]="14" [class]="item.tone" /><span class="text">{{ words(item) }}</span
            ><span class="hour">{{ hour(item.at) }}</span
            ><lk-icon name="right" [size]="14" /></button
        ></li>
      }
    </ul>
    @if (shown().length < items().length) {
      <button type="button" class="lk-button quiet small" (click)="all.set(true)">Show all {{ items().length }}</button>
    }
  `,
  styles: `
    h3 {
      margin-bottom: 6px;
      font: 500 12px/16px var(--lk-font);
      color: var(--lk-ink-3);
    }
    ul {
      border: 1px solid var(--lk-line);
      border-radius: var(--lk-r-2);
      overflow: hidden;
    }
    li + li {
      border-top: 1px solid var(--lk-line);
    }
    li button {
      display: flex;
      align-items: center;
      gap: 10px;
      width: 100%;
      min-height: 36px;
      padding: 8px 10px;
      border: 0;
      background: none;
      color: inherit;
      font: var(--lk-small);
      text-align: left;
      cursor: pointer;
    }
    li button:hover {
      background: var(--lk-hover);
    }
    li button:focus-visible {
      outline-offset: -2px;
      border-radius: var(--lk-r-2);
    }
    .text {
      flex: 1;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .hour {
      font: var(--lk-caption);
      color: var(--lk-ink-3);
      font-variant-numeric: tabular-nums;
    }
    lk-icon {
      color: var(--lk-ink-3);
    }
    lk-icon.good {
      color: var(--lk-ok);
    }
    lk-icon.warn {
      color: var(--lk-warn);
    }
    lk-icon.bad {
      color: var(--lk-bad);
    }
    @media (max-width: 599px) {
      li button {
        min-height: 44px;
      }
    }
  `,
})
export class FactLinks {
  readonly label = input.required<string>();
  readonly items = input.required<readonly HistoryItem[]>();
  /** Id of the fact. */
  readonly chosen = output<string>();
  protected readonly all = linkedSignal({ source: () => this.items(), computation: () => false });
  protected readonly shown = computed(() =>
    this.all() || this.items().length <= FEW + 1 ? this.items() : this.items().slice(0, FEW),
  );
  protected readonly icon = iconOf;
  protected readonly hour = hourOf;

  protected words({ sentence }: HistoryItem): string {
    return sentence.map(({ text }) => text).join('');
  }
}
