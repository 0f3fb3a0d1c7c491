import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { Icon, Panel, calendarDay, calendarSecond, clockTime, plainDate } from '@linkage/ui';
import { ServerClock } from '../../base/server-clock';
import { Later, whenWanted } from '../../base/later';

/** A button that opens the choice of a moment: usual ones, or date and time. */
@Component({
  selector: 'app-moment-choice',
  imports: [Icon, Later, Panel],
  templateUrl: './moment-choice.html',
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      min-width: 0;
    }
    button.on {
      color: var(--lk-info);
    }
    .value {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class MomentChoice {
  /** What the moment is for: "As of", "Then". */
  readonly label = input.required<string>();
  /** ISO UTC; null: now. */
  readonly moment = input.required<string | null>();
  /** Whether "Now" may be chosen. */
  readonly present = input(true);
  /** What the button says instead of "Now". */
  readonly idle = input('Now');
  /** The date in full: beside times that count from the moment, "Yesterday" would be another day. */
  readonly exact = input(false);
  /** To the second: beside another moment of the same minute. */
  readonly seconds = input(false);
  readonly look = input<'secondary' | 'quiet'>('secondary');
  readonly chosen = output<string | null>();
  /** The present, also while the screens show the past. */
  private readonly now = inject(ServerClock).now;
  private readonly panel = viewChild(Panel);
  protected readonly on = computed(() => this.moment() !== null);
  protected readonly shown = computed(() => {
    const moment = this.moment();
    if (moment === null) return this.idle();
    const at = Date.parse(moment);
    if (this.exact()) return `${plainDate(at)}, ${clockTime(at)}`;
    return this.seconds() ? calendarSecond(at, this.now()) : calendarDay(at, this.now(), true);
  });
  protected readonly form = whenWanted(
    () => this.panel()?.open() === true,
    () => import('./moment-form').then(({ MomentForm }) => MomentForm),
  );

  protected readonly choose = (moment: string | null): void => {
    this.panel()?.close();
    this.chosen.emit(moment);
  };
}
