import { Injectable, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { InvitationsApi } from '@linkage/api-client';
import { STAGING_WARNS, stagingEnd, type Plan } from '@linkage/contracts';
import { auditTime, catchError, distinctUntilChanged, map, merge, of, switchMap } from 'rxjs';
import { ServerClock } from '../../base/server-clock';
import { Changes } from '../changes/changes';
import { SessionStore } from '../session/session-store';

const DAY_MS = 86_400_000;
const UNLIMITED = 'linkage-unlimited';

/** Whether this browser last showed a workspace without limits; it decides about nothing but the room for the meter. */
const unlimitedBefore = {
  read: (): boolean => {
    try {
      return localStorage.getItem(UNLIMITED) !== null;
    } catch {
      return false;
    }
  },
  write: (is: boolean): void => {
    try {
      if (is) localStorage.setItem(UNLIMITED, '1');
      else localStorage.removeItem(UNLIMITED);
    } catch {
      // Without storage the room is kept on every visit.
    }
  },
};

/** What the workspace of the session may use, kept fresh by what changes; undefined until it is known. */
@Injectable({ providedIn: 'root' })
export class PlanStore {
  private readonly api = inject(InvitationsApi);
  private readonly clock = inject(ServerClock);
  private readonly kept = signal<Plan | undefined>(undefined);

  /** Days pass without being told. */
  private readonly daysLeft = computed(() => {
    const end = this.kept()?.stagingEndsAt;
    return end ? Math.max(0, Math.ceil((Date.parse(end) - this.clock.now()) / DAY_MS)) : null;
  });
  readonly plan = computed(() => {
    const plan = this.kept();
    return plan && { ...plan, daysLeft: this.daysLeft() };
  });
  private readonly wasUnlimited = unlimitedBefore.read();
  /** Whether there is something to show of limits, or will be as soon as the plan is known. */
  readonly mayBeLimited = computed(() => {
    const plan = this.plan();
    return plan === undefined ? !this.wasUnlimited : plan.accounts.limit !== null;
  });
  /** Why no new creator can be invited. */
  readonly end = computed(() => {
    const plan = this.plan();
    return plan && stagingEnd(plan);
  });
  readonly isShort = computed(() => {
    const plan = this.plan();
    if (!plan || plan.accounts.limit === null || plan.daysLeft === null) return false;
    return plan.accounts.used >= plan.accounts.limit * STAGING_WARNS.share || plan.daysLeft <= STAGING_WARNS.days;
  });

  constructor() {
    const workspaces = toObservable(inject(SessionStore).session).pipe(
      map((session) => session?.workspace.workspaceId),
      distinctUntilChanged(),
    );
    const changes = inject(Changes).of('plan').pipe(auditTime(200));
    workspaces
      .pipe(
        switchMap((workspace) => (workspace === undefined ? of(undefined) : merge(of(null), changes))),
        switchMap((asked) =>
          // What cannot be read is shown as it was: the meter is no place for an error of its own.
          asked === undefined ? of(undefined) : this.api.plan().pipe(catchError(() => of(this.kept()))),
        ),
        takeUntilDestroyed(),
      )
      .subscribe((plan) => {
        this.kept.set(plan);
        if (plan) unlimitedBefore.write(plan.accounts.limit === null);
      });
  }
}
