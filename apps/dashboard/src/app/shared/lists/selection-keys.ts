import { DOCUMENT, Directive, ElementRef, inject, input } from '@angular/core';
import { Dialogs } from '../../base/dialogs';
import type { Selection } from './selection';

const TOGGLES = 'a.who, input.pick-box';

/**
 * Rows with `data-row` are selected by keys: Space on a row's name, Shift with an arrow for the row below or above as
 * well, arrows from box to box, Escape for none.
 */
@Directive({
  selector: 'tbody[appSelectionKeys]',
  host: { '(keydown)': 'press($event)', '(document:keydown.escape)': 'escape($event)' },
})
export class SelectionKeys {
  readonly appSelectionKeys = input.required<Selection | null>();
  private readonly body = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly page = inject(DOCUMENT);
  private readonly dialogs = inject(Dialogs);

  protected press(event: KeyboardEvent): void {
    const [selection, { target }] = [this.appSelectionKeys(), event];
    const row = target instanceof HTMLElement && target.matches(TOGGLES) ? rowOf(target) : null;
    if (selection === null || row === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const isBox = target instanceof HTMLInputElement;
    if (event.key === ' ' && !isBox) selection.toggle(idOf(row));
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && (event.shiftKey || isBox)) {
      const next = this.beside(row, event.key === 'ArrowDown' ? 1 : -1);
      if (next !== undefined && event.shiftKey) selection.extend(idOf(row), idOf(next));
      next?.querySelector<HTMLElement>(isBox ? 'input.pick-box' : 'a.who')?.focus();
    } else return;
    event.preventDefault();
  }

  /** What lies above the list takes the key first. */
  protected escape(event: Event): void {
    const selection = this.appSelectionKeys();
    const isAbove = this.dialogs.anyOpen() || this.page.querySelector('[role="menu"], [role="listbox"]') !== null;
    const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (selection === null || selection.isEmpty() || isAbove || isTyping || event.defaultPrevented) return;
    event.preventDefault();
    selection.clear();
  }

  private beside(row: HTMLElement, by: 1 | -1): HTMLElement | undefined {
    const rows = [...this.body.querySelectorAll<HTMLElement>('tr[data-row]')];
    return rows[rows.indexOf(row) + by];
  }
}

const rowOf = (element: HTMLElement): HTMLElement | null => element.closest<HTMLElement>('tr[data-row]');
const idOf = (row: HTMLElement): string => row.dataset['row'] ?? '';
