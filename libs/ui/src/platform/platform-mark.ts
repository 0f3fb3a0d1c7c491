import { Component, computed, input } from '@angular/core';
import { platforms, type PlatformId } from '@linkage/platform-guide';

/**
 * A platform's mark with its name beside it; `bare` leaves the name to screen readers and the tooltip. Monochrome on
 * purpose: a platform's red would read as an error.
 */
@Component({
  selector: 'lk-platform',
  template: `
    <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>
    <span [class.lk-hidden]="bare()">{{ label() }}</span>
  `,
  host: { '[attr.title]': 'bare() ? label() : null' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      white-space: nowrap;
      position: relative;
    }
    svg {
      flex: none;
      width: 14px;
      height: 14px;
      color: var(--lk-ink-2);
    }
  `,
})
export class PlatformMark {
  readonly platform = input.required<PlatformId>();
  readonly bare = input(false);
  protected readonly path = computed(() => platforms[this.platform()].mark);
  protected readonly label = computed(() => platforms[this.platform()].name);
}
