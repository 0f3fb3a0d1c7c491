import { Component, computed, input, output } from '@angular/core';
import { Icon, Time, formatExact } from '@linkage/ui';
import { hourOf } from './by-day';
import type { Round } from './by-round';

/** One line for the refreshes of many accounts. It opens to one line for each. */
@Component({
  selector: 'li[appHistoryRound]',
  imports: [Icon, Time],
  template: `
    <time class="hour" [attr.datetime]="at()">{{ hour() }}</time>
    <span class="dot" [class.warn]="failed() > 0"><lk-icon name="refresh" [size]="14" /></span>
    <div class="said">
      <p>{{ words() }}</p>
    </div>
    <span class="meta"
      ><span>Linkage, automatically</span><span aria-hidden="true"> · </span><lk-time [at]="at()"
    /></span>
    <button
      type="button"
      class="lk-button quiet icon small open"
      [attr.aria-label]="words() + ': each'"
      [attr.aria-expanded]="expanded()"
      (click)="$event.stopPropagation(); turned.emit()"
      ><lk-icon [name]="expanded() ? 'up' : 'down'" [size]="14"
    /></button>
  `,
  host: { '(click)': 'turned.emit()' },
  styleUrl: './history-row.css',
})
export class HistoryRound {
  readonly round = input.required<Round>({ alias: 'appHistoryRound' });
  readonly expanded = input(false);
  readonly turned = output();
  protected readonly at = computed(() => this.round().refreshes[0]?.at ?? '');
  protected readonly hour = computed(() => hourOf(this.at()));
  protected readonly failed = computed(() => this.round().refreshes.length - this.round().complete);
  protected readonly words = computed(() => {
    const [complete, all] = [formatExact(this.round().complete), formatExact(this.round().refreshes.length)];
    return this.failed() === 0 ? `All ${all} accounts were refreshed` : `${complete} of ${all} accounts were refreshed`;
  });
}
