import { Component, computed, input } from '@angular/core';
import type { PlatformId } from '@linkage/contracts';
import { platformMarks } from './platform-marks';

/** A platform's mark on its own colour; the name stands beside it. */
@Component({
  selector: 'ms-platform-tile',
  template: `<svg viewBox="0 0 24 24" fill="currentColor" focusable="false"><path [attr.d]="mark()" /></svg>`,
  host: { class: 'tile', 'aria-hidden': 'true', '[class]': 'platform()' },
})
export class PlatformTile {
  readonly platform = input.required<PlatformId>();
  protected readonly mark = computed(() => platformMarks[this.platform()]);
}
