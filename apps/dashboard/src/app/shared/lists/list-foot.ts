import { Component, computed, input } from '@angular/core';
import type { Page } from '@linkage/contracts';
import { Icon, Menu, formatExact } from '@linkage/ui';
import { pageSizes, type ListQuery } from './list-query';

/** Which rows these are, how many to a page, and the pages beside this one. */
@Component({
  selector: 'app-list-foot',
  imports: [Icon, Menu],
  template: `
    <span>{{ range() }}</span><span class="lk-space"></span>
    <button
      type="button"
      class="lk-button quiet small"
      [lkMenu]="sizes"
      [attr.aria-label]="query().view().size + ' rows per page'"
      >{{ query().view().size }} rows <lk-icon name="down" [size]="14"
    /></button>
    <ng-template #sizes>
      @for (size of pageSizes; track size) {
        <button
          type="button"
          class="lk-menu-item"
          role="menuitemradio"
          [attr.aria-checked]="size === query().view().size"
          (click)="query().size(size)"
          >{{ size }} rows
          @if (size === query().view().size) {
            <span class="lk-space"></span><lk-icon name="check" />
          }
        </button>
      }
    </ng-template>
    <button
      type="button"
      class="lk-button quiet icon small"
      aria-label="Previous page"
      [disabled]="!list()?.previous"
      (click)="turn(list()?.previous, -1)"
      ><lk-icon name="left"
    /></button>
    <button
      type="button"
      class="lk-button quiet icon small"
      aria-label="Next page"
      [disabled]="!list()?.next"
      (click)="turn(list()?.next, 1)"
      ><lk-icon name="right"
    /></button>
  `,
  host: { class: 'list-foot', role: 'navigation', 'aria-label': 'Pages' },
})
export class ListFoot {
  readonly query = input.required<ListQuery>();
  readonly list = input.required<Page<unknown> | undefined>();
  protected readonly pageSizes = pageSizes;
  protected readonly range = computed(() => rangeText(this.list(), this.query().view().page, this.query().view().size));

  protected turn(cursor: string | null | undefined, by: 1 | -1): void {
    if (cursor) this.query().turn(cursor, by);
  }
}

/** `51–100 of 124`; without the total while a search is on. */
export const rangeText = (list: Page<unknown> | undefined, page: number, size: number): string => {
  if (list === undefined) return 'Loading …';
  if (list.items.length === 0) return 'No rows';
  const before = (page - 1) * size;
  const rows = `${formatExact(before + 1)}–${formatExact(before + list.items.length)}`;
  return list.total === null ? rows : `${rows} of ${formatExact(list.total)}`;
};
