import { DOCUMENT, DestroyRef, Injectable, inject, signal, type Signal } from '@angular/core';

/** What only script needs to know of the width; everything else is CSS. */
@Injectable({ providedIn: 'root' })
export class Screen {
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly end = inject(DestroyRef);
  /** Row actions show no word here: the tip says it. */
  readonly narrowTable = this.is('(min-width: 960px) and (max-width: 1199px)');
  readonly phone = this.is('(max-width: 599px)');

  private is(query: string): Signal<boolean> {
    // Specs run without a layout, and nothing there has a width.
    const ask = this.view?.matchMedia as Window['matchMedia'] | undefined;
    const list = ask?.call(this.view, query);
    const matches = signal(list?.matches ?? false);
    const follow = (): void => matches.set(list?.matches ?? false);
    list?.addEventListener('change', follow);
    this.end.onDestroy(() => list?.removeEventListener('change', follow));
    return matches.asReadonly();
  }
}
