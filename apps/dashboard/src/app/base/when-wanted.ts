import { effect, signal, type Signal, type Type } from '@angular/core';

/**
 * A component whose code comes when it is wanted for the first time, for `*ngComponentOutlet`: null while it isn't wanted or isn't there yet. The first page
 * then loads without it.
 */
export const whenWanted = (wanted: () => boolean, load: () => Promise<Type<unknown>>): Signal<Type<unknown> | null> => {
  const shown = signal<Type<unknown> | null>(null);
  effect((onCleanup) => {
    if (!wanted()) return shown.set(null);
    let isWanted = true;
    onCleanup(() => (isWanted = false));
    // Code that is missing is met where every error is: the page loads again, or says so.
    void load().then((component) => isWanted && shown.set(component));
  });
  return shown.asReadonly();
};
