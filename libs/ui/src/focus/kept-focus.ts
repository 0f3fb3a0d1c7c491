import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';

/**
 * What has the focus may go: a button that was the last of its kind, a row that was withdrawn. The focus then falls to
 * the body, and a keyboard begins at the top again. It is given to what stood around it instead, or to the heading of
 * the page.
 */
@Injectable()
export class KeptFocus {
  private readonly document = inject(DOCUMENT);
  private around: HTMLElement[] = [];

  constructor() {
    const { body } = this.document;
    const remember = ({ target }: Event): void => {
      this.around = target instanceof HTMLElement ? chainOf(target) : [];
    };
    this.document.addEventListener('focusin', remember);
    const watch = new MutationObserver(() => this.mend());
    watch.observe(body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    inject(DestroyRef).onDestroy(() => {
      watch.disconnect();
      this.document.removeEventListener('focusin', remember);
    });
  }

  private mend(): void {
    const { activeElement, body } = this.document;
    const [last, ...around] = this.around;
    if (last === undefined || (activeElement !== body && activeElement !== null)) return;
    // A dialog gives the focus back by itself.
    if (
      this.document.querySelector('.cdk-overlay-container [role="dialog"], .cdk-overlay-container [role="alertdialog"]')
    )
      return;
    const isGone = !last.isConnected || last.matches(':disabled');
    if (!isGone) return;
    const heir =
      around.find((element) => element.isConnected && element.closest('main') !== null && element.tagName !== 'MAIN') ??
      this.document.querySelector<HTMLElement>('h1');
    if (!heir) return;
    if (!heir.hasAttribute('tabindex')) heir.tabIndex = -1;
    heir.focus({ preventScroll: true });
  }
}

const chainOf = (element: HTMLElement): HTMLElement[] => {
  const { parentElement } = element;
  return parentElement === null ? [element] : [element, ...chainOf(parentElement)];
};
