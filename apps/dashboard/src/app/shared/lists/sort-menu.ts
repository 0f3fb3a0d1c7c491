import { Component, computed, input, output } from '@angular/core';
import { Icon, Menu } from '@linkage/ui';
import type { Direction, ListView } from './list-query';

export interface SortChoice {
  by: string;
  direction: Direction;
  label: string;
}

/** On phones the columns have no heads: the same orders as a menu. The first choice is the usual one. */
@Component({
  selector: 'app-sort-menu',
  imports: [Icon, Menu],
  template: `
    <button type="button" class="lk-button secondary icon" [lkMenu]="menu" aria-label="Sort"
      ><lk-icon name="arrow-down"
    /></button>
    <ng-template #menu>
      @for (choice of choices(); track choice.label) {
        <button
          type="button"
          class="lk-menu-item"
          role="menuitemradio"
          [attr.aria-checked]="choice === current()"
          (click)="chosen.emit(choice)"
        >
          {{ choice.label }}
          @if (choice === current()) {
            <span class="lk-space"></span><lk-icon name="check" />
          }
        </button>
      }
    </ng-template>
  `,
  host: { class: 'phone-only' },
})
export class SortMenu {
  readonly choices = input.required<readonly SortChoice[]>();
  readonly view = input.required<ListView>();
  readonly chosen = output<SortChoice>();
  protected readonly current = computed(() => {
    const { sort, direction } = this.view();
    const [usual] = this.choices();
    return (
      this.choices().find((choice) => choice.by === sort && choice.direction === (direction ?? choice.direction)) ??
      usual
    );
  });
}
