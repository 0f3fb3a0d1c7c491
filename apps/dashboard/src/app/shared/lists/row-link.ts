import { Directive, inject, input } from '@angular/core';
import { Router, type Params } from '@angular/router';

const ownBusiness = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a, button, input') !== null;

/** A click anywhere in a row does what the link in its first cell does; Ctrl and the middle button open a tab. Marking text does nothing else. */
@Directive({
  selector: 'tr[appRowLink]',
  host: { class: 'leads', '(click)': 'open($event)', '(auxclick)': 'open($event)' },
})
export class RowLink {
  readonly to = input.required<readonly string[]>({ alias: 'appRowLink' });
  readonly appRowLinkQuery = input<Params>({});
  private readonly router = inject(Router);

  protected open(event: MouseEvent): void {
    const marked = (document.getSelection()?.toString() ?? '') !== '';
    if (event.button > 1 || ownBusiness(event.target) || (event.button === 0 && marked)) return;
    const address = this.router.createUrlTree([...this.to()], { queryParams: this.appRowLinkQuery() });
    if (event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey)
      window.open(this.router.serializeUrl(address), '_blank', 'noopener');
    else void this.router.navigateByUrl(address);
  }
}
