import { Injectable, inject } from '@angular/core';
import { toApiError } from '@linkage/api-client';
import type { PreferencesChange } from '@linkage/contracts';
import { OwnPreferences } from '../../base/own-preferences';
import { Toasts } from '../toasts/toasts';
import { SessionStore } from './session-store';

/** A preference that is chosen on some page: shown at once, and said when it could not be kept. */
@Injectable({ providedIn: 'root' })
export class PreferenceChoice {
  private readonly sessions = inject(SessionStore);
  private readonly preferences = inject(OwnPreferences);
  private readonly toasts = inject(Toasts);
  readonly current = this.preferences.current;

  async choose(change: PreferencesChange): Promise<void> {
    const memberId = this.sessions.session()?.member.memberId;
    if (memberId === undefined) return;
    try {
      await this.preferences.choose(memberId, change);
    } catch (error) {
      this.toasts.failed(`It stays as it was. ${toApiError(error).message}`, () => void this.choose(change));
    }
  }
}
