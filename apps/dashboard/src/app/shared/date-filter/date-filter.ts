import { Component, computed, inject, input, linkedSignal, output, viewChild } from '@angular/core';
import { Icon, NOW, Panel } from '@linkage/ui';
import { Control, Field } from '@linkage/ui/field';
import { presets, rangeLabel, type DateRange } from '../../base/dates';
import { OwnPreferences } from '../../base/own-preferences';

/** A chip that opens the choice of dates: usual spans, or from and to. */
@Component({
  selector: 'app-date-filter',
  imports: [Control, Field, Icon, Panel],
  templateUrl: './date-filter.html',
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
    .panel {
      display: grid;
      gap: 12px;
      width: min(296px, calc(100vw - 24px));
      padding: 12px;
      border: 1px solid var(--lk-line);
      border-radius: var(--lk-r-3);
      background: var(--lk-raised);
      box-shadow: var(--lk-e-2);
    }
    .spans {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .ends {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 8px;
    }
    .buttons {
      display: flex;
      justify-content: flex-end;
      gap: 8px;
    }
    @media (max-width: 959px) {
      .panel {
        width: min(328px, calc(100vw - 24px));
      }
      .panel .lk-button {
        height: 44px;
      }
    }
    @media (max-width: 359px) {
      .ends {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class DateFilter {
  readonly from = input<string>();
  readonly to = input<string>();
  readonly chosen = output<DateRange>();
  private readonly now = inject(NOW);
  private readonly preferences = inject(OwnPreferences);
  private readonly panel = viewChild.required(Panel);
  protected readonly start = linkedSignal(() => this.from() ?? '');
  protected readonly end = linkedSignal(() => this.to() ?? '');
  protected readonly label = computed(() => rangeLabel(this.from(), this.to()));
  protected readonly set = computed(() => this.from() !== undefined || this.to() !== undefined);
  protected readonly spans = computed(() => presets(this.now(), this.preferences.current().firstDay));
  protected readonly backwards = computed(() => this.start() !== '' && this.end() !== '' && this.start() > this.end());

  protected choose(range: DateRange): void {
    this.panel().close();
    this.chosen.emit(range);
  }

  protected apply(): void {
    if (!this.backwards()) this.choose({ from: this.start() || null, to: this.end() || null });
  }
}
