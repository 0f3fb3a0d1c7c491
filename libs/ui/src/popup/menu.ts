import { Directive, input, type TemplateRef } from '@angular/core';
import { Popup } from './popup';

const ITEMS = '[role^="menuitem"]';

/**
 * A button that opens a menu. The template's items are buttons or links with `role="menuitem"` and the class
 * `lk-menu-item`; `lkMenuData` is what the template is given. Arrows, Home, End and first letters move; Tab and a
 * choice close it.
 */
@Directive({ selector: '[lkMenu]', host: { 'aria-haspopup': 'menu', '(keydown)': 'openByKey($event)' } })
export class Menu extends Popup {
  readonly lkMenu = input.required<TemplateRef<unknown>>();
  readonly data = input<object>({}, { alias: 'lkMenuData' });
  private startsAt: 0 | -1 = 0;

  protected what(): { content: TemplateRef<unknown>; data: object; look: string } {
    return { content: this.lkMenu(), data: this.data(), look: 'lk-menu' };
  }

  protected greet(element: HTMLElement): void {
    element.role = 'menu';
    element.ariaLabel = this.button.ariaLabel ?? this.button.textContent;
    element.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest(ITEMS)) this.close();
    });
    itemsOf(element).at(this.startsAt)?.focus({ preventScroll: true });
    this.startsAt = 0;
  }

  protected openByKey(event: KeyboardEvent): void {
    if (this.open() || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    this.startsAt = event.key === 'ArrowUp' ? -1 : 0;
    this.show();
  }

  protected onKey(event: KeyboardEvent, element: HTMLElement): boolean {
    if (event.key === 'Tab') {
      this.close();
      return false;
    }
    const items = itemsOf(element);
    const next = nextItem(event, items, items.indexOf(event.target as HTMLElement));
    next?.focus();
    return next !== undefined;
  }
}

const itemsOf = (element: HTMLElement): HTMLElement[] => [...element.querySelectorAll<HTMLElement>(ITEMS)];

const nextItem = (event: KeyboardEvent, items: readonly HTMLElement[], at: number): HTMLElement | undefined => {
  const { key, ctrlKey, metaKey, altKey } = event;
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(Math.max(at, 0) - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default: {
      if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return undefined;
      const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      return after.find((item) => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
    }
  }
};
