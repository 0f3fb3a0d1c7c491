import { InjectionToken, signal, type Signal } from '@angular/core';

/**
 * What time it is, in ms, moving on by itself. An app whose server keeps another time (a moved demo clock) provides its
 * own.
 */
export const NOW = new InjectionToken<Signal<number>>('now', {
  providedIn: 'root',
  factory: () => {
    const now = signal(Date.now());
    setInterval(() => now.set(Date.now()), 20_000);
    return now.asReadonly();
  },
});
