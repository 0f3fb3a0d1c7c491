import { Component, input } from '@angular/core';

/** Rows in their final geometry, shown after 150 ms so that a quick answer does not flicker. */
@Component({
  selector: 'tbody[appSkeletonRows]',
  template: `
    @for (row of rows; track row.key) {
      <tr [style.opacity]="row.opacity">
        @for (column of columns(); track $index) {
          <td [class.full]="column === 'full'" [class.pick]="column === 'none'">
            @if (column === 'none') {
              <!-- A box comes here, which needs no shape of its own. -->
            } @else if ($index === 0 || columns()[$index - 1] === 'none') {
              <span class="who"
                ><i class="lk-skeleton round picture"></i
                ><span class="lines"
                  ><i class="lk-skeleton" [style.width.px]="row.wide"></i
                  ><i class="lk-skeleton thin" [style.width.px]="row.wide + 42"></i></span
              ></span>
            } @else {
              <span class="lines"
                ><i class="lk-skeleton" [style.width.%]="55"></i><i class="lk-skeleton thin" [style.width.%]="75"></i
              ></span>
            }
          </td>
        }
      </tr>
    }
  `,
  host: { class: 'skeleton-rows', 'aria-hidden': 'true' },
  styles: `
    .picture {
      width: 28px;
      height: 28px;
    }
    .lines {
      display: grid;
      gap: 6px;
    }
    .lines i {
      max-width: 100%;
    }
    .thin {
      height: 8px;
    }
  `,
})
export class SkeletonRows {
  /** One per column; 'full' takes the whole width of a card, 'none' stays empty. */
  readonly columns = input.required<readonly ('cell' | 'full' | 'none')[]>();
  protected readonly rows = Array.from({ length: 12 }, (_, index) => ({
    key: index,
    opacity: 1 - index * 0.07,
    wide: 88 + ((index * 37) % 48),
  }));
}
