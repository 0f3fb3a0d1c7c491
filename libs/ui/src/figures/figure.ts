import { Component, computed, input } from '@angular/core';
import { formatExact, formatFigure } from './format-figure';

/** A number in three digits; the exact one is in the tooltip and is what screen readers say. */
@Component({
  selector: 'lk-figure',
  template: `<span [attr.title]="rounded() ? exact() : null" [attr.aria-hidden]="rounded()">{{ short() }}</span>
    @if (rounded()) {
      <span class="lk-hidden">{{ exact() }}</span>
    }`,
  styles: `
    :host {
      position: relative;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class Figure {
  readonly value = input.required<number>();
  protected readonly short = computed(() => formatFigure(this.value()));
  protected readonly exact = computed(() => formatExact(this.value()));
  protected readonly rounded = computed(() => this.short() !== this.exact());
}
