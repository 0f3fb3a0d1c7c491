import { Component, computed, input } from '@angular/core';

/** Who asks. */
@Component({
  selector: 'ms-brand-head',
  template: `
    <header class="head">
      @if (brand(); as name) {
        <span class="monogram" aria-hidden="true">{{ initial() }}</span><bdi class="lk-clip">{{ name }}</bdi>
      }
    </header>
  `,
})
export class BrandHead {
  readonly brand = input.required<string | null>();
  protected readonly initial = computed(() =>
    (/[\p{L}\p{N}]/u.exec(this.brand() ?? '')?.[0] ?? '').toLocaleUpperCase(),
  );
}
