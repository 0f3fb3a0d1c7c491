import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { WorkspacesApi } from '@linkage/api-client';
import {
  defaultPreferences,
  densities,
  firstDays,
  isTimeZone,
  type MemberPreferences,
  type Preferences,
  type PreferencesChange,
} from '@linkage/contracts';
import { showTimeZone } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { Theme } from './theme';

const STORED = 'linkage-preferences';
/** In ms. */
const PATIENCE = 1_000;

/**
 * As this browser knew them last; the theme has a place of its own. `of`: the member; absent: none has signed in since
 * they are kept.
 */
interface Copy extends Preferences {
  readonly of?: string;
}

/**
 * How Linkage looks to the member. The server keeps it, so that it is the same in every browser; this one keeps a copy,
 * so that nothing on the first page looks otherwise for a moment. `public/theme.js` applies theme and rows before the
 * first paint.
 */
@Injectable({ providedIn: 'root' })
export class OwnPreferences {
  private readonly api = inject(WorkspacesApi);
  private readonly theme = inject(Theme);
  private readonly root = inject(DOCUMENT).documentElement;
  private copy = this.read();
  private readonly shown = signal<Preferences>(this.copy);
  readonly current = this.shown.asReadonly();
  /** Of answers that overtake each other the last request's counts. */
  private requests = 0;
  private sending = 0;

  constructor() {
    this.apply(this.copy);
  }

  /**
   * Before the first page of this member. A browser that has a copy does not wait for the answer, and none waits for a
   * slow server.
   */
  async knownFor(memberId: string): Promise<void> {
    const asked = this.load(memberId).catch(() => undefined);
    if (this.copy.of === memberId) return;
    await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  }

  async load(memberId: string): Promise<void> {
    if (this.sending > 0) return;
    const request = ++this.requests;
    const known = await firstValueFrom(this.api.preferences());
    if (request === this.requests) this.take(memberId, known);
  }

  /** Shown at once; taken back when the server refuses. Rejects then. */
  async choose(memberId: string, change: PreferencesChange): Promise<void> {
    const before = this.shown();
    const request = ++this.requests;
    this.keep({ ...before, ...change, of: memberId });
    this.sending += 1;
    try {
      const known = await firstValueFrom(this.api.changePreferences(change));
      if (request === this.requests) this.take(memberId, known);
    } catch (error) {
      if (request === this.requests) this.keep({ ...before, of: memberId });
      throw error;
    } finally {
      this.sending -= 1;
    }
  }

  /** Without a choice of their own, members keep what this browser shows, unless it is another member's. */
  private take(memberId: string, { chosen, theme, density, timeZone, firstDay }: MemberPreferences): void {
    const isOthers = this.copy.of !== undefined && this.copy.of !== memberId;
    if (chosen || isOthers) this.keep({ theme, density, timeZone, firstDay, of: memberId });
    else this.keep({ ...this.shown(), of: memberId });
  }

  private keep(copy: Copy): void {
    this.copy = copy;
    this.apply(copy);
    try {
      localStorage.setItem(STORED, JSON.stringify(copy));
      localStorage.setItem('linkage-density', copy.density);
    } catch {
      // A browser without storage asks the server each time.
    }
  }

  private apply({ theme, density, timeZone, firstDay }: Preferences): void {
    this.shown.set({ theme, density, timeZone, firstDay });
    this.theme.choose(theme);
    this.root.dataset['density'] = density;
    showTimeZone(timeZone);
  }

  /** What another version of Linkage wrote here, or a person, is not trusted. */
  private read(): Copy {
    const usual: Copy = { ...defaultPreferences, theme: this.theme.choice() };
    try {
      const kept = JSON.parse(localStorage.getItem(STORED) ?? '{}') as Record<string, unknown>;
      return {
        theme: usual.theme,
        density: densities.find((one) => one === kept['density']) ?? usual.density,
        timeZone: isTimeZone(kept['timeZone']) ? kept['timeZone'] : null,
        firstDay: firstDays.find((one) => one === kept['firstDay']) ?? usual.firstDay,
        ...(typeof kept['of'] === 'string' && { of: kept['of'] }),
      };
    } catch {
      return usual;
    }
  }
}
