import { Directive, input, type TemplateRef } from '@angular/core';
import { Popup } from './popup';

/**
 * A button that opens an explanation beside it; the focus stays on the button, and Escape closes it from there, too.
 */
@Directive({ selector: '[lkHint]', host: { '(keydown.escape)': 'open() && close()' } })
export class Hint extends Popup {
  readonly lkHint = input.required<TemplateRef<unknown>>();

  protected what(): { content: TemplateRef<unknown>; look: string } {
    return { content: this.lkHint(), look: 'lk-popup' };
  }

  protected greet(): void {
    // Read out as a status; nothing else is to be done.
  }

  protected onKey(): boolean {
    return false;
  }
}
