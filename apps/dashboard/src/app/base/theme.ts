import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import type { IconName } from '@linkage/ui';

type ThemeChoice = 'light' | 'dark' | 'system';
export const themes: readonly { choice: ThemeChoice; label: string; icon: IconName }[] = [
  { choice: 'light', label: 'Light', icon: 'sun' },
  { choice: 'dark', label: 'Dark', icon: 'moon' },
  { choice: 'system', label: 'System', icon: 'monitor' },
];
const STORED = 'linkage-theme';

/**
 * Light, dark, or as the system has it: this browser's copy of what the member chose. `public/theme.js` applies it
 * before the first paint.
 */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<ThemeChoice>(this.stored());
  private readonly systemDark = signal(false);
  readonly choice = this.chosen.asReadonly();
  readonly option = computed(() => themes.find(({ choice }) => choice === this.choice()) ?? themes[2]);
  /** What is on screen now. Charts follow it. */
  readonly dark = computed(() => this.choice() === 'dark' || (this.choice() === 'system' && this.systemDark()));

  constructor() {
    const system = this.document.defaultView?.matchMedia?.('(prefers-color-scheme: dark)');
    this.systemDark.set(system?.matches ?? false);
    system?.addEventListener('change', ({ matches }) => this.systemDark.set(matches));
  }

  choose(choice: ThemeChoice): void {
    this.chosen.set(choice);
    if (choice === 'system') delete this.document.documentElement.dataset['theme'];
    else this.document.documentElement.dataset['theme'] = choice;
    try {
      localStorage.setItem(STORED, choice);
    } catch {
      // A browser without storage forgets the choice; the page in view keeps it.
    }
  }

  private stored(): ThemeChoice {
    try {
      return themes.find(({ choice }) => choice === localStorage.getItem(STORED))?.choice ?? 'system';
    } catch {
      return 'system';
    }
  }
}
