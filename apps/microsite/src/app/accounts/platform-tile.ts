import { Component, computed, input } from '@angular/core';
import type { PlatformId } from '@linkage/contracts';
import { platforms } from '@linkage/platform-guide';

/** A platform's mark on its own colour; the name stands beside it. */
@Component({
  selector: 'ms-platform-tile',
  template: `<svg viewBox="0 0 24 24" fill="currentColor" focusable="false"><path [attr.d]="manifest().mark" /></svg>`,
  host: { class: 'tile', 'aria-hidden': 'true', '[style.background]': 'manifest().colour' },
})
export class PlatformTile {
  readonly platform = input.required<PlatformId>();
  protected readonly manifest = computed(() => platforms[this.platform()]);
}
