import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Dialogs } from '../../base/dialogs';
import { Inviting } from '../inviting/inviting';

const OFF = 'linkage-keys-off';
const tabs: Readonly<Record<string, string>> = {
  1: '/creators',
  2: '/creators/connected',
  3: '/creators/failed',
};
/** Rows of lists and of the history; the first thing in a row that can take the focus stands for it. */
const ROWS = 'main tbody tr, main li[appHistoryRow], main li[appHistoryRound]';
const CONTROL = 'a[href], button';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

/** Single keys for daily work. They can be switched off, because voice input types letters, too. */
@Injectable({ providedIn: 'root' })
export class Keys {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly inviting = inject(Inviting);
  private readonly active = signal(stored());
  readonly on = this.active.asReadonly();

  switch(on: boolean): void {
    this.active.set(on);
    try {
      if (on) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, '1');
    } catch {
      // Without storage the choice holds for this page.
    }
  }

  /** Returns the way to stop listening. */
  listen(): () => void {
    const press = (event: KeyboardEvent): void => this.press(event);
    this.document.addEventListener('keydown', press);
    return () => this.document.removeEventListener('keydown', press);
  }

  async showAll(): Promise<void> {
    const load = () => import('./key-sheet').then(({ KeySheet }) => KeySheet);
    await this.dialogs.show(load, 'keys-title', { data: this, autoFocus: 'dialog', closeOnNavigation: false });
  }

  private press(event: KeyboardEvent): void {
    const { key, target } = event;
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (event.defaultPrevented || modified || isTyping(target) || this.dialogs.anyOpen()) return;
    if (target instanceof Element && target.closest('[role="menu"], [role="listbox"]')) return;
    if (!this.on()) return;
    const act = this.actionOf(key);
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  private actionOf(key: string): (() => void) | undefined {
    const tab = tabs[key];
    if (tab !== undefined) return () => void this.router.navigateByUrl(tab);
    switch (key) {
      case '?':
        return () => void this.showAll();
      case 'i':
        return () => void this.inviting.open();
      case 'h':
        return () => void this.router.navigateByUrl('/history');
      case 'j':
        return () => this.step(1);
      case 'k':
        return () => this.step(-1);
      default:
        return undefined;
    }
  }

  /** To the row below or above the one that has the focus; Enter then does what its link or button does. */
  private step(by: 1 | -1): void {
    const rows = [...this.document.querySelectorAll<HTMLElement>(ROWS)].filter((row) => row.querySelector(CONTROL));
    const here = rows.findIndex((row) => row.contains(this.document.activeElement));
    const next = here === -1 ? (by === 1 ? 0 : rows.length - 1) : Math.min(Math.max(here + by, 0), rows.length - 1);
    rows[next]?.querySelector<HTMLElement>(CONTROL)?.focus();
  }
}

function stored(): boolean {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return true;
  }
}
