import { Component, computed, input, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Icon } from '@linkage/ui';
import type { Direction, ListView } from './list-query';

export interface SortChoice {
  by: string;
  direction: Direction;
  label: string;
}

/** On phones the columns have no heads: the same orders as a menu. The first choice is the usual one. */
@Component({
  selector: 'app-sort-menu',
  imports: [MatMenu, MatMenuItem, MatMenuTrigger, Icon],
  template: `
    <button type="button" class="lk-button secondary icon touch" [matMenuTriggerFor]="menu" aria-label="Sort"
      ><lk-icon name="arrow-down"
    /></button>
    <mat-menu #menu="matMenu" xPosition="before">
      @for (choice of choices(); track choice.label) {
        <button
          mat-menu-item
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
    </mat-menu>
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
