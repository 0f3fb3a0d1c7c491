import { Component, computed, inject, input } from '@angular/core';
import { NOW } from './now';
import { calendarDay, calendarSecond, exactTime, plainDate, relativeTime } from './relative-time';

/** A point in time: short for the eye, exact with its zone in the tooltip and in `<time datetime>`. */
@Component({
  selector: 'lk-time',
  template: `<time [attr.datetime]="at()" [attr.title]="exact()">{{ text() }}</time>`,
})
export class Time {
  /** ISO. */
  readonly at = input.required<string>();
  readonly as = input<'ago' | 'day' | 'day-hour' | 'day-second' | 'date' | 'exact'>('ago');
  private readonly now = inject(NOW);
  private readonly ms = computed(() => Date.parse(this.at()));
  protected readonly exact = computed(() => exactTime(this.ms()));
  protected readonly text = computed(() => {
    switch (this.as()) {
      case 'ago':
        return relativeTime(this.ms(), this.now());
      case 'day':
        return calendarDay(this.ms(), this.now());
      case 'day-hour':
        return calendarDay(this.ms(), this.now(), true);
      case 'day-second':
        return calendarSecond(this.ms(), this.now());
      case 'date':
        return plainDate(this.ms());
      case 'exact':
        return this.exact();
    }
  });
}
