import { Directive, ElementRef, afterRenderEffect, inject, input } from '@angular/core';

/** So much of the row stays in sight beside it. */
const EDGE = 16;

/** Scrolls the row alone; `scrollIntoView` would move the page as well. */
export const showInRow = (row: HTMLElement, part: Element | null | undefined): void => {
  const place = part?.getBoundingClientRect();
  if (place === undefined) return;
  const { left, right } = row.getBoundingClientRect();
  if (place.right > right) row.scrollLeft += place.right - right + EDGE;
  else if (place.left < left) row.scrollLeft -= left - place.left + EDGE;
};

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
      showInRow(this.row, this.row.querySelector('[aria-pressed="true"]'));
    });
  }
}
