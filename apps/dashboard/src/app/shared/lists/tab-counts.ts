import { Injectable, computed, inject, signal } from '@angular/core';
import { auditTime, catchError, merge, of, switchMap, type Observable } from 'rxjs';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { ConnectionsApi, InvitationsApi } from '@linkage/api-client';
import type { LiveList } from '@linkage/contracts';
import type { IconName } from '@linkage/ui';
import { AsOf } from '../as-of/as-of';
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

type Ask = typeof WITHOUT_ROWS & { readonly asOf?: string };

/** How many rows each tab has, kept fresh by what changes. A count that cannot be had is left out, not guessed. */
@Injectable()
export class TabCounts {
  private readonly invitationsApi = inject(InvitationsApi);
  private readonly connections = inject(ConnectionsApi);
  private readonly changes = inject(Changes);
  private readonly asOf = inject(AsOf);
  private readonly moments = toObservable(this.asOf.moment);
  private readonly invitations = this.keep('invitations', (ask) => this.invitationsApi.list(ask));
  private readonly accounts = this.keep('accounts', (ask) => this.connections.accounts(ask));
  private readonly attempts = this.keep('attempts', (ask) => this.connections.attempts(ask));

  readonly tabs = computed<readonly Tab[]>(() => {
    const [invitations, accounts, attempts] = [this.invitations(), this.accounts(), this.attempts()];
    return [
      {
        path: '/creators',
        label: 'All',
        icon: 'people',
        rows: 'invites',
        count: invitations.list?.counts.all,
        failed: invitations.failed,
      },
      {
        path: '/creators/connected',
        label: 'Connected Accounts',
        icon: 'check',
        rows: 'accounts',
        count: accounts.list?.counts.all,
        failed: accounts.failed,
      },
      {
        path: '/creators/failed',
        label: 'Failed Connections',
        icon: 'failed',
        rows: 'attempts',
        count: attempts.list?.counts.open,
        failed: attempts.failed,
      },
    ];
  });
  readonly actionNeeded = computed(() => this.invitations().list?.counts['action-needed'] ?? 0);

  private keep<List>(list: LiveList, load: (ask: Ask) => Observable<List>) {
    const kept = signal<{ list: List | undefined; failed: boolean }>({ list: undefined, failed: false });
    merge(this.changes.of(list).pipe(auditTime(200)), this.moments)
      .pipe(
        switchMap(() => load(this.ask()).pipe(catchError(() => of(undefined)))),
        takeUntilDestroyed(),
      )
      .subscribe((answer) => kept.update((before) => ({ list: answer ?? before.list, failed: answer === undefined })));
    return kept.asReadonly();
  }

  private ask(): Ask {
    const asOf = this.asOf.moment();
    return asOf === null ? WITHOUT_ROWS : { asOf, ...WITHOUT_ROWS };
  }
}
