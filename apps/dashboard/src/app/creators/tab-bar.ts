import { Component, ElementRef, afterRenderEffect, inject, input, viewChildren } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatExact } from '@linkage/ui';
import { AsOf } from '../shared/as-of/as-of';
import { showInRow } from '../shared/lists/pressed-in-view';
import { TabCounts } from '../shared/lists/tab-counts';

/** Three tabs that are addresses. Arrow keys walk them, Enter opens. */
@Component({
  selector: 'app-tab-bar',
  imports: [RouterLink],
  template: `
    @for (tab of counts.tabs(); track tab.path) {
      <a
        #tab
        role="tab"
        [routerLink]="tab.path"
        [queryParams]="asOf.parameters()"
        [id]="'tab-' + $index"
        aria-controls="tab-panel"
        [attr.aria-selected]="open() === $index"
        [attr.tabindex]="open() === $index ? 0 : -1"
        (keydown)="walk($event, $index)"
      >
        {{ tab.label }}
        @if (tab.count !== undefined) {
          &ngsp;<span class="count">{{ exact(tab.count) }}</span>
        }
      </a>
    }
  `,
  host: { role: 'tablist', 'aria-label': 'Creators' },
  styles: `
    :host {
      display: flex;
      gap: var(--lk-6);
      flex: none;
      padding: 0 var(--lk-6);
      border-bottom: 1px solid var(--lk-line);
      overflow-x: auto;
      scrollbar-width: none;
    }
    a {
      display: flex;
      align-items: center;
      gap: 6px;
      height: 40px;
      margin-bottom: -1px;
      border-bottom: 2px solid transparent;
      font: 500 13px/20px var(--lk-font);
      color: var(--lk-ink-2);
      white-space: nowrap;
    }
    a:hover {
      color: var(--lk-ink);
    }
    a[aria-selected='true'] {
      color: var(--lk-ink);
      border-color: var(--lk-accent);
    }
    a:focus-visible {
      outline-offset: -3px;
      border-radius: 6px;
    }
    .count {
      font: 500 12px/16px var(--lk-font);
      font-variant-numeric: tabular-nums;
      color: var(--lk-ink-3);
    }
    @media (max-width: 959px) {
      :host {
        padding: 0 var(--lk-4);
        gap: var(--lk-5);
      }
      a {
        height: 44px;
      }
      a:first-child {
        min-width: 44px;
      }
    }
    @media (max-width: 419px) {
      :host {
        gap: 14px;
      }
      a {
        gap: 4px;
      }
    }
  `,
})
export class TabBar {
  protected readonly counts = inject(TabCounts);
  protected readonly asOf = inject(AsOf);
  protected readonly exact = formatExact;
  private readonly row = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly links = viewChildren<unknown, ElementRef<HTMLElement>>('tab', { read: ElementRef });

  /** Which tab is open; on narrow screens the row scrolls to it. */
  readonly open = input.required<number>();

  constructor() {
    afterRenderEffect(() => {
      this.counts.tabs(); // their width changes the row
      showInRow(this.row, this.links()[this.open()]?.nativeElement);
    });
  }

  protected walk(event: KeyboardEvent, from: number): void {
    const all = this.links().length;
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1 + all, Home: all, End: all - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.links()[to % all]?.nativeElement.focus();
  }
}
