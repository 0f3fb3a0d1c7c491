import { Injectable, computed, inject, signal } from '@angular/core';
import { auditTime, startWith, switchMap, catchError, of, type Observable } from 'rxjs';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ConnectionsApi, InvitationsApi } from '@linkage/api-client';
import type { LiveList } from '@linkage/contracts';
import type { IconName } from '@linkage/ui';
import { Changes } from '../changes/changes';

export interface Tab {
  path: string;
  label: string;
  icon: IconName;
  /** "24 invites" */
  rows: string;
  count: number | undefined;
  failed: boolean;
}

const WITHOUT_ROWS = { limit: 1 };

/** How many rows each tab has, kept fresh by what changes. A count that cannot be had is left out, not guessed. */
@Injectable()
export class TabCounts {
  private readonly invitationsApi = inject(InvitationsApi);
  private readonly connections = inject(ConnectionsApi);
  private readonly changes = inject(Changes);
  private readonly invitations = this.keep('invitations', () => this.invitationsApi.list(WITHOUT_ROWS));
  private readonly accounts = this.keep('accounts', () => this.connections.accounts(WITHOUT_ROWS));
  private readonly attempts = this.keep('attempts', () => this.connections.attempts(WITHOUT_ROWS));

  readonly tabs = computed<readonly Tab[]>(() => {
    const [invitations, accounts, attempts] = [this.invitations(), this.accounts(), this.attempts()];
    return [
      { path: '/creators', label: 'All', icon: 'people', rows: 'invites', count: invitations.list?.counts.all, failed: invitations.failed },
      { path: '/creators/connected', label: 'Connected Accounts', icon: 'check', rows: 'accounts', count: accounts.list?.counts.all, failed: accounts.failed },
      { path: '/creators/failed', label: 'Failed Connections', icon: 'failed', rows: 'attempts', count: attempts.list?.counts.failed, failed: attempts.failed },
    ];
  });
  readonly actionNeeded = computed(() => this.invitations().list?.counts['action-needed'] ?? 0);

  private keep<List>(list: LiveList, load: () => Observable<List>) {
    const kept = signal<{ list: List | undefined; failed: boolean }>({ list: undefined, failed: false });
    this.changes.of(list).pipe(
      auditTime(200),
      startWith(null),
      switchMap(() => load().pipe(catchError(() => of(undefined)))),
      takeUntilDestroyed(),
    ).subscribe((answer) => kept.update((before) => ({ list: answer ?? before.list, failed: answer === undefined })));
    return kept.asReadonly();
  }
}
