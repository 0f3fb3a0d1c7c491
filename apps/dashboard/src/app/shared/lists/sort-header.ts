import { Component, computed, input, output } from '@angular/core';
import { Icon } from '@linkage/ui';
import type { Direction, ListView } from './list-query';

/** Head of a column that can be sorted. The arrow and `aria-sort` say the same. */
@Component({
  selector: 'th[appSort]',
  imports: [Icon],
  template: `<button type="button" (click)="press()"
    >{{ label() }}
    @if (active()) {
      <lk-icon name="arrow-down" [size]="12" />
    }
  </button>`,
  host: { scope: 'col', '[attr.aria-sort]': 'active() ? (direction() === "asc" ? "ascending" : "descending") : null' },
})
export class SortHeader {
  /** The value in the address. */
  readonly by = input.required<string>({ alias: 'appSort' });
  readonly label = input.required<string>();
  readonly view = input.required<ListView>();
  readonly first = input<Direction>('desc');
  /** The list is sorted by this when the address says nothing. */
  readonly usual = input(false);
  readonly sorted = output<Direction>();
  protected readonly active = computed(() => (this.view().sort || (this.usual() ? this.by() : '')) === this.by());
  protected readonly direction = computed(() => this.view().direction ?? this.first());

  protected press(): void {
    const other = this.direction() === 'asc' ? 'desc' : 'asc';
    this.sorted.emit(this.active() ? other : this.first());
  }
}
