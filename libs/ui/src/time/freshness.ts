import { Component, computed, inject, input } from '@angular/core';
import { NOW } from './now';

const DAY = 24 * 3_600_000;

/** How much of the 24 hours since a refresh is left: 1 fresh, 0 due. */
export const freshness = (refreshedAt: number, now: number): number =>
  Math.min(1, Math.max(0, 1 - (now - refreshedAt) / DAY));

/**
 * The ring: full after a refresh, empties by the hour, amber when refreshing has stopped. Says how old figures are, and
 * nothing else.
 */
@Component({
  selector: 'lk-freshness',
  template: '',
  host: { 'aria-hidden': 'true', '[style.--left]': 'left()', '[class.late]': 'late()' },
  styles: `
    :host {
      display: block;
      flex: none;
      width: 14px;
      height: 14px;
      border-radius: 50%;
      background: conic-gradient(var(--lk-ink-3) calc(var(--left) * 360deg), var(--lk-line) 0);
      mask: radial-gradient(circle, transparent 4.2px, #000 4.8px);
    }
    :host(.late) {
      background: var(--lk-warn);
    }
    @media (forced-colors: active) {
      :host {
        forced-color-adjust: none;
        background: conic-gradient(CanvasText calc(var(--left) * 360deg), GrayText 0);
      }
    }
  `,
})
export class Freshness {
  /** ISO of the last successful refresh. */
  readonly refreshedAt = input.required<string>();
  readonly late = input(false);
  private readonly now = inject(NOW);
  protected readonly left = computed(() => freshness(Date.parse(this.refreshedAt()), this.now()));
}
