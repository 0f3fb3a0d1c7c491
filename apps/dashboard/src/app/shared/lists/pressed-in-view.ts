import { Directive, ElementRef, afterRenderEffect, inject, input } from '@angular/core';

/** So much of the row stays in sight beside the chip. */
const EDGE = 16;

/**
 * A row of chips that scrolls sideways on phones: the pressed one is brought into view when the page opens, and when
 * another is pressed.
 */
@Directive({ selector: '[appPressedInView]' })
export class PressedInView {
  /** What decides which chip is pressed, and how wide chips are. */
  readonly appPressedInView = input.required<readonly unknown[]>();
  private readonly row = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    afterRenderEffect(() => {
      this.appPressedInView();
      this.bringIntoView();
    });
  }

  /** Scrolls the row alone; `scrollIntoView` would move the page as well. */
  private bringIntoView(): void {
    const chip = this.row.querySelector('[aria-pressed="true"]')?.getBoundingClientRect();
    if (chip === undefined) return;
    const { left, right } = this.row.getBoundingClientRect();
    if (chip.right > right) this.row.scrollLeft += chip.right - right + EDGE;
    else if (chip.left < left) this.row.scrollLeft -= left - chip.left + EDGE;
  }
}
