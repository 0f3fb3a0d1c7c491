import { DestroyRef, Directive, ElementRef, inject, input } from '@angular/core';
import { Floating } from './floating';

/**
 * Shows the name of a button that shows only an icon, on hover and for the keyboard. The button says its name by
 * itself: screen readers are not told twice.
 */
@Directive({
  selector: '[lkTip]',
  host: {
    '(pointerenter)': '$event.pointerType === "mouse" && show()',
    '(pointerleave)': 'hide()',
    '(focus)': 'showForKeyboard()',
    '(blur)': 'hide()',
    '(click)': 'hide()',
    '(keydown.escape)': 'hide()',
  },
})
export class Tip {
  readonly lkTip = input.required<string>();
  /** Where the button shows its name itself. */
  readonly off = input(false, { alias: 'lkTipOff' });
  private readonly button = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private tip: Floating | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.hide());
  }

  protected show(): void {
    if (this.off() || this.tip) return;
    this.tip = new Floating(this.button, 'lk-tip');
    this.tip.element.ariaHidden = 'true';
    this.tip.element.textContent = this.lkTip();
    this.tip.show();
  }

  protected showForKeyboard(): void {
    if (this.button.matches(':focus-visible')) this.show();
  }

  protected hide(): void {
    this.tip?.remove();
    this.tip = undefined;
  }
}
