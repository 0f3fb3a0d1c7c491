import { Component, ElementRef, afterNextRender, computed, inject, input, linkedSignal } from '@angular/core';
import { dayOf, shownTimeZone } from '@linkage/ui';
import { Control, Field } from '@linkage/ui/field';
import { ServerClock } from '../../base/server-clock';
import { fieldsOf, momentFrom, usualMoments } from './moments';

/** Which moment: usual ones, or date and time. Has the focus once it is there. */
@Component({
  selector: 'app-moment-form',
  imports: [Control, Field],
  templateUrl: './moment-form.html',
  styles: `
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
    @media (max-width: 359px) {
      .fields {
        grid-template-columns: 1fr;
      }
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
export class MomentForm {
  readonly label = input.required<string>();
  readonly moment = input.required<string | null>();
  readonly present = input.required<boolean>();
  readonly choose = input.required<(moment: string | null) => void>();
  /** The present, also while the screens show the past. */
  private readonly now = inject(ServerClock).now;
  protected readonly usual = computed(() => usualMoments(this.now()));
  protected readonly today = computed(() => dayOf(this.now()));
  private readonly opened = linkedSignal({
    source: this.moment,
    computation: (moment) => fieldsOf(moment === null ? this.now() : Date.parse(moment)),
  });
  protected readonly date = linkedSignal(() => this.opened().date);
  protected readonly time = linkedSignal(() => this.opened().time);
  private readonly read = computed(() => momentFrom({ date: this.date(), time: this.time() }, this.now()));
  protected readonly problem = computed(() => {
    const read = this.read();
    return 'problem' in read ? read.problem : null;
  });
  protected readonly zone = shownTimeZone;

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender(() => nativeElement.querySelector('button')?.focus({ preventScroll: true }));
  }

  protected show(): void {
    const read = this.read();
    if ('moment' in read) this.choose()(read.moment);
  }
}
