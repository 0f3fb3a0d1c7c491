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
      [attr.aria-label]="'Show the fact: ' + words()"
      (click)="$event.stopPropagation(); opened.emit()"
      ><lk-icon name="right" [size]="14"
    /></button>
  `,
  host: { '(click)': 'opened.emit()' },
  styleUrl: './history-row.css',
})
export class HistoryRow {
  readonly item = input.required<HistoryItem>({ alias: 'appHistoryRow' });
  readonly opened = output();
  protected readonly hour = computed(() => hourOf(this.item().at));
  protected readonly icon = computed(() => iconOf(this.item()));
  protected readonly words = computed(() =>
    this.item()
      .sentence.map(({ text }) => text)
      .join(''),
  );
  /** Who did it, unless the sentence says so. */
  protected readonly by = computed(() => {
    const { actor, sentence } = this.item();
    return sentence.some(({ about }) => about?.id === actor.id) ? null : actor.name;
  });
}
