import { Component, computed, input } from '@angular/core';
import type { BuildOverview } from '@linkage/contracts';
import { formatExact } from '@linkage/ui';
import { timeLeft } from './words';

/** A bar while a read model is being built, a line afterwards. */
@Component({
  selector: 'app-build-progress',
  template: `
    @if (build().state === 'building') {
      <div
        class="bar"
        role="progressbar"
        [attr.aria-label]="'Rebuilding ' + name()"
        [attr.aria-valuenow]="percent()"
        aria-valuemin="0"
        aria-valuemax="100"
        ><i [style.width.%]="percent() ?? 100" [class.unknown]="percent() === null"></i
      ></div>
    }
    <span>{{ words() }}</span>
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      font: var(--lk-caption);
      font-variant-numeric: tabular-nums;
      color: var(--lk-ink-3);
    }
    .bar {
      height: 4px;
      border-radius: 2px;
      overflow: hidden;
      background: var(--lk-pressed);
    }
    i {
      display: block;
      height: 100%;
      min-width: 2px;
      border-radius: 2px;
      background: var(--lk-accent);
      transition: width 1s linear;
    }
    i.unknown {
      opacity: 0.4;
    }
    @media (prefers-reduced-motion: reduce) {
      i {
        transition: none;
      }
    }
  `,
})
export class BuildProgress {
  readonly build = input.required<BuildOverview>();
  readonly name = input.required<string>();
  protected readonly percent = computed(() => {
    const { share } = this.build();
    return share === null ? null : Math.floor(share * 100);
  });
  protected readonly words = computed(() => {
    const { state, facts, factsPerSecond, secondsLeft } = this.build();
    if (state === 'waiting') return 'Waits for its turn to be rebuilt';
    const speed = `${formatExact(facts)} facts, ${formatExact(factsPerSecond)} per second`;
    if (state === 'done') return `Rebuilt: ${speed}`;
    const percent = this.percent();
    return [...(percent === null ? [] : [`${percent}%`]), speed, timeLeft(secondsLeft)]
      .filter((part) => part !== '')
      .join(', ');
  });
}
