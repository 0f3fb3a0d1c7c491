import { Component, computed, input, output } from '@angular/core';
import type { HistoryItem } from '@linkage/contracts';
import { Icon, Time } from '@linkage/ui';
import { hourOf } from './by-day';
import { iconOf } from './kinds';
import { Sentence } from './sentence';

/** One fact: when, what, who. The row opens the fact; its names lead elsewhere. */
@Component({
  selector: 'li[appHistoryRow]',
  imports: [Icon, Sentence, Time],
  template: `
    <time class="hour" [attr.datetime]="item().at">{{ hour() }}</time>
    <span class="dot" [class]="item().tone"><lk-icon [name]="icon()" [size]="14" /></span>
    <div class="said">
      <p><app-sentence [sentence]="item().sentence" /></p>
      @if (item().detail) {
        <p class="lk-caption">{{ item().detail }}</p>
      }
    </div>
    <span class="meta">
      @if (by()) {
        <bdi>{{ by() }}</bdi><span aria-hidden="true"> · </span>
      }
      <lk-time [at]="item().at"
    /></span>
    <button
      type="button"
      class="lk-button quiet icon small open"
      [attr.aria-label]="label()"
      [attr.aria-expanded]="item().facts > 1 ? expanded() : null"
      (click)="$event.stopPropagation(); opened.emit()"
      ><lk-icon [name]="item().facts === 1 ? 'right' : expanded() ? 'up' : 'down'" [size]="14"
    /></button>
  `,
  host: { '(click)': 'opened.emit()' },
  styleUrl: './history-row.css',
})
export class HistoryRow {
  readonly item = input.required<HistoryItem>({ alias: 'appHistoryRow' });
  /** Of a line that stands for several facts: whether they are shown under it. */
  readonly expanded = input(false);
  readonly opened = output();
  protected readonly hour = computed(() => hourOf(this.item().at));
  protected readonly icon = computed(() => iconOf(this.item()));
  protected readonly words = computed(() =>
    this.item()
      .sentence.map(({ text }) => text)
      .join(''),
  );
  protected readonly label = computed(() =>
    this.item().facts === 1 ? `Show the fact: ${this.words()}` : `${this.words()}: ${this.item().facts} facts`,
  );
  /** The actor, unless the sentence names it. */
  protected readonly by = computed(() => {
    const { actor, sentence } = this.item();
    return sentence.some(({ about }) => about?.id === actor.id) ? null : actor.name;
  });
}
