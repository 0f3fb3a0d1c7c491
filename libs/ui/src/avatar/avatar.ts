import { Component, computed, input, linkedSignal } from '@angular/core';
import { hueOf, initialsOf } from './initials';

/** A picture, or the initials when there is none or it does not load. Decoration only: the name stands beside it. */
@Component({
  selector: 'lk-avatar',
  template: `
    @if (picture(); as address) {
      <img
        [src]="address"
        alt=""
        loading="lazy"
        decoding="async"
        referrerpolicy="no-referrer"
        (error)="picture.set(null)"
      />
    } @else {
      <span dir="auto">{{ initials() }}</span>
    }
  `,
  host: {
    'aria-hidden': 'true',
    '[style.--hue]': 'hue()',
    '[class.big]': 'size() === "big"',
    '[class.tiny]': 'size() === "tiny"',
  },
  styles: `
    :host {
      display: grid;
      place-items: center;
      flex: none;
      width: 28px;
      height: 28px;
      border-radius: 50%;
      overflow: hidden;
      font: 600 11px/1 var(--lk-font);
      background: light-dark(oklch(0.925 0.028 var(--hue)), oklch(0.33 0.035 var(--hue)));
      color: light-dark(oklch(0.4 0.055 var(--hue)), oklch(0.86 0.05 var(--hue)));
    }
    :host(.tiny) {
      width: 24px;
      height: 24px;
      font-size: 9px;
    }
    :host(.big) {
      width: 64px;
      height: 64px;
      font-size: 24px;
    }
    img {
      display: block;
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
    @media (max-width: 959px) {
      :host:not(.big, .tiny) {
        width: 36px;
        height: 36px;
        font-size: 13px;
      }
    }
  `,
})
export class Avatar {
  readonly name = input.required<string>();
  readonly src = input<string | null>(null);
  readonly size = input<'row' | 'big' | 'tiny'>('row');
  protected readonly picture = linkedSignal(() => this.src());
  protected readonly initials = computed(() => initialsOf(this.name()));
  protected readonly hue = computed(() => hueOf(this.name()));
}
