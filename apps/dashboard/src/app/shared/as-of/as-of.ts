import { Injectable, computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { exactTime } from '@linkage/ui';
import { ServerClock } from '../../base/server-clock';

/** The moment in an address, as ISO UTC; what is none is passed over, so that a mistyped link shows the present. */
export const momentOf = (text: string | null): string | null => {
  const at = text === null || !/^\d{4}-\d{2}-\d{2}T/u.test(text) ? NaN : Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
};

/** An account, and the moment that is shown of it. */
export interface Ask {
  readonly accountId: string;
  readonly asOf?: string;
}

export const sameAsk = (one: Ask, other: Ask): boolean => one.accountId === other.accountId && one.asOf === other.asOf;

/**
 * Which moment the screens show. It stands in the address as `?asOf=`, so that it can be kept, sent and gone back from.
 */
@Injectable({ providedIn: 'root' })
export class AsOf {
  private readonly router = inject(Router);
  // The root's parameters are the same as every page's, and set before a page is made.
  private readonly address = toSignal(this.router.routerState.root.queryParamMap, { requireSync: true });
  /** null: now. */
  readonly moment = computed(() => momentOf(this.address().get('asOf')));
  readonly on = computed(() => this.moment() !== null);
  /** `21 Nov 2026, 09:00 CET` */
  readonly label = computed(() => (this.moment() === null ? 'now' : exactTime(Date.parse(this.moment() ?? ''))));
  /** For links that lead on to another page of the same moment. */
  readonly parameters = computed(() => (this.moment() === null ? {} : { asOf: this.moment() }));

  /** Where history ends that is asked for by a time it has to be before: right after the moment. */
  readonly until = computed<{ readonly to?: string }>(() =>
    this.moment() === null ? {} : { to: new Date(Date.parse(this.moment() ?? '') + 1).toISOString() },
  );

  /** Whether something recorded at that time is shown. */
  reaches(at: string): boolean {
    const moment = this.moment();
    return moment === null || Date.parse(at) <= Date.parse(moment);
  }

  /** What an account is asked for with. */
  ask(accountId: string): Ask {
    const asOf = this.moment();
    return asOf === null ? { accountId } : { accountId, asOf };
  }

  /**
   * Shows this page as of another moment; `null`: now. Of a list the first page: the others were counted from the old
   * moment.
   */
  go(moment: string | null): Promise<boolean> {
    const queryParams = { asOf: moment, cursor: null, page: null };
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge', preserveFragment: true });
  }
}

/** The time that every "3 h ago" on screen counts from: the moment that is shown. */
export const shownNow = (): Signal<number> => {
  const [clock, { moment }] = [inject(ServerClock), inject(AsOf)];
  return computed(() => (moment() === null ? clock.now() : Date.parse(moment() ?? '')));
};
