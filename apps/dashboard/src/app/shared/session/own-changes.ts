import { Injectable, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { LiveUpdates } from '@linkage/api-client';
import { auditTime, filter } from 'rxjs';
import { OwnPreferences } from '../../base/own-preferences';
import { SessionStore } from './session-store';

/** What the member changes in another browser is shown here, too: name, e-mail and preferences. */
@Injectable({ providedIn: 'root' })
export class OwnChanges {
  constructor() {
    const [sessions, preferences] = [inject(SessionStore), inject(OwnPreferences)];
    inject(LiveUpdates)
      .changes('people')
      .pipe(
        filter((ids) => ids === null || ids.includes(sessions.session()?.member.memberId ?? '')),
        auditTime(120),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        const memberId = sessions.session()?.member.memberId;
        void sessions.refresh();
        if (memberId !== undefined) preferences.load(memberId).catch(() => undefined); // it stays as it is known
      });
  }
}
