import { Directive, input, type TemplateRef } from '@angular/core';
import { Popup } from './popup';

const REACHABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled)';

/** A button that opens a small dialog beside it, which has the focus, and keeps it, until it is closed. */
@Directive({ selector: '[lkPanel]', host: { 'aria-haspopup': 'dialog' }, exportAs: 'lkPanel' })
export class Panel extends Popup {
  readonly lkPanel = input.required<TemplateRef<unknown>>();

  protected what(): { content: TemplateRef<unknown>; look: string } {
    return { content: this.lkPanel(), look: 'lk-popup' };
  }

  protected greet(element: HTMLElement): void {
    element.querySelector<HTMLElement>(REACHABLE)?.focus({ preventScroll: true });
  }

  protected onKey({ key, shiftKey, target }: KeyboardEvent, element: HTMLElement): boolean {
    if (key !== 'Tab') return false;
    const reachable = [...element.querySelectorAll<HTMLElement>(REACHABLE)];
    const [last, next] = shiftKey ? [reachable[0], reachable.at(-1)] : [reachable.at(-1), reachable[0]];
    if (target !== last) return false;
    next?.focus();
    return true;
  }
}
