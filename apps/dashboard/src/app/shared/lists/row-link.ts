import { Directive, ElementRef, inject } from '@angular/core';

const ownBusiness = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a, button, input, label') !== null;

/**
 * A click anywhere in a row does what the link in its first cell does; Ctrl and the middle button open a tab. Marking
 * text does nothing else.
 */
@Directive({
  selector: 'tr[appRowLink]',
  host: { '(click)': 'open($event)', '(auxclick)': 'open($event)' },
})
export class RowLink {
  private readonly row = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected open(event: MouseEvent): void {
    const link = this.row.querySelector<HTMLAnchorElement>('td:first-child a, td.pick + td a');
    const marked = (document.getSelection()?.toString() ?? '') !== '';
    if (link === null || event.button > 1 || ownBusiness(event.target) || (event.button === 0 && marked)) return;
    if (event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey)
      window.open(link.href, '_blank', 'noopener');
    else link.click();
  }
}
