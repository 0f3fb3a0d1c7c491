import { DOCUMENT, DestroyRef, Directive, ElementRef, afterRenderEffect, inject, model } from '@angular/core';
import { Field } from './field';

/** After which of these a person is about to do something with a form. */
const signs = ['pointermove', 'pointerdown', 'focusin', 'keyup'] as const;

/**
 * Ties a native control to the `lk-field` around it, and its text to a signal: `<input lkControl [(text)]="email">`.
 */
@Directive({
  selector: 'input[lkControl]',
  host: {
    class: 'lk-input touch',
    '[id]': 'field.controlId',
    '[attr.aria-describedby]': 'field.described()',
    '[attr.aria-invalid]': 'field.error() !== null ? true : null',
    '[value]': 'text()',
    '(input)': 'look()',
    // Some password managers fill in without typing.
    '(change)': 'look()',
  },
})
export class Control {
  readonly text = model('');
  protected readonly field = inject(Field);
  protected readonly element = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;
  /**
   * What stood here when it was last looked at. A text that is set, but not drawn yet, is not taken for what was filled
   * in.
   */
  private seen = '';

  constructor() {
    afterRenderEffect(() => {
      this.text();
      this.seen = this.element.value;
    });
    // Others tell the page nothing at all: it looks by itself before a person can press a button.
    const page = inject(DOCUMENT);
    const look = (): void => this.look();
    for (const sign of signs) page.addEventListener(sign, look, { capture: true, passive: true });
    inject(DestroyRef).onDestroy(() => {
      for (const sign of signs) page.removeEventListener(sign, look, { capture: true });
    });
  }

  protected look(): void {
    if (this.element.value === this.seen) return;
    this.seen = this.element.value;
    this.text.set(this.seen);
  }
}
