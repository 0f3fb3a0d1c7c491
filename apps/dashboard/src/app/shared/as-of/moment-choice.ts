import { Component, computed, inject, input, linkedSignal, output, viewChild } from '@angular/core';
import { Control, Field, Icon, Panel, calendarDay, calendarSecond, dayOf, plainDate, shownTimeZone } from '@linkage/ui';
import { ServerClock } from '../../base/server-clock';
import { fieldsOf, momentFrom, usualMoments } from './moments';

/** A button that opens the choice of a moment: usual ones, or date and time. */
@Component({
  selector: 'app-moment-choice',
  imports: [Control, Field, Icon, Panel],
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
    .panel {
      display: grid;
      gap: 12px;
      width: min(304px, calc(100vw - 24px));
      padding: 12px;
      border: 1px solid var(--lk-line);
      border-radius: var(--lk-r-3);
      background: var(--lk-raised);
      box-shadow: var(--lk-e-2);
    }
    .usual {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .fields {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 8px;
    }
    .note {
      font: var(--lk-caption);
      color: var(--lk-ink-3);
    }
    .note.lk-bad {
      color: var(--lk-bad);
    }
    .buttons {
      display: flex;
      justify-content: flex-end;
    }
    @media (max-width: 959px) {
      .panel {
        width: min(328px, calc(100vw - 24px));
      }
      .panel .lk-button {
        height: 44px;
      }
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
  private readonly panel = viewChild.required(Panel);
  protected readonly on = computed(() => this.moment() !== null);
  protected readonly shown = computed(() => {
    const moment = this.moment();
    if (moment === null) return this.idle();
    const at = Date.parse(moment);
    if (this.exact()) return `${plainDate(at)}, ${fieldsOf(at).time}`;
    return this.seconds() ? calendarSecond(at, this.now()) : calendarDay(at, this.now(), true);
  });
  protected readonly usual = computed(() => usualMoments(this.now()));
  protected readonly today = computed(() => dayOf(this.now()));
  private readonly fields = linkedSignal({
    source: () => ({ moment: this.moment(), open: this.panel().open() }),
    computation: ({ moment }) => fieldsOf(moment === null ? this.now() : Date.parse(moment)),
  });
  protected readonly date = linkedSignal(() => this.fields().date);
  protected readonly time = linkedSignal(() => this.fields().time);
  private readonly read = computed(() => momentFrom({ date: this.date(), time: this.time() }, this.now()));
  protected readonly problem = computed(() =>
    'problem' in this.read() ? (this.read() as { problem: string }).problem : null,
  );
  protected readonly zone = shownTimeZone;

  protected choose(moment: string | null): void {
    this.panel().close();
    this.chosen.emit(moment);
  }

  protected show(): void {
    const read = this.read();
    if ('moment' in read) this.choose(read.moment);
  }
}
