import { Component, computed, input } from '@angular/core';

/** How far something got: done steps, the one where it stopped, the ones never reached. */
@Component({
  selector: 'lk-step-bar',
  template: `@for (step of steps(); track step) {
    <i
      [class.done]="step < reached() || !stopped()"
      [class.stopped]="step === reached() && stopped()"
      [class.open]="step > reached()"
    ></i>
  }`,
  host: { role: 'img', '[attr.aria-label]': '`Step ${reached()} of ${of()}`' },
  styles: `
    :host {
      display: flex;
      gap: 3px;
    }
    i {
      width: 18px;
      height: 4px;
      border-radius: 2px;
      background: var(--lk-pressed);
    }
    i.done {
      background: var(--lk-ink-3);
    }
    i.stopped {
      background: var(--lk-bad);
    }
    i.open {
      background: var(--lk-pressed);
    }
  `,
})
export class StepBar {
  readonly reached = input.required<number>();
  readonly of = input(4);
  /** false: the last step was passed, too. */
  readonly stopped = input(true);
  protected readonly steps = computed(() => Array.from({ length: this.of() }, (_, index) => index + 1));
}
