import { Component, computed, input } from '@angular/core';
import { formatExact } from '@linkage/ui';

/** Announces the number of rows to screen readers. It outlives the rows, or a change would not be announced. */
@Component({
  selector: 'app-said-rows',
  template: `<p class="lk-hidden" role="status">{{ said() }}</p>`,
})
export class SaidRows {
  /** undefined: not known yet. */
  readonly count = input.required<number | undefined>();
  /** "invite" */
  readonly one = input.required<string>();
  readonly loading = input(false);
  protected readonly said = computed(() => {
    const count = this.count();
    if (this.loading() || count === undefined) return `Loading ${this.one()}s`;
    return count === 0 ? `No ${this.one()}s` : `${formatExact(count)} ${this.one()}${count === 1 ? '' : 's'}`;
  });
}
