import { Component, computed, input } from '@angular/core';
import { Logo } from '@linkage/ui';

/** The brand that asks; where there is none, Linkage. */
@Component({
  selector: 'ms-brand-head',
  imports: [Logo],
  template: `
    <header class="head">
      @if (brand(); as name) {
        <span class="monogram" aria-hidden="true">{{ initial() }}</span><bdi class="lk-clip">{{ name }}</bdi>
      } @else if (none()) {
        <lk-logo />
      }
    </header>
  `,
})
export class BrandHead {
  readonly brand = input.required<string | null>();
  /** None is on its way. */
  readonly none = input(false);
  protected readonly initial = computed(() =>
    (/[\p{L}\p{N}]/u.exec(this.brand() ?? '')?.[0] ?? '').toLocaleUpperCase(),
  );
}
