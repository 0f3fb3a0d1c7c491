import { Component, computed, inject } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { ConnectionsApi } from '@linkage/api-client';
import type { AttemptItem, AttemptListParameters, AttemptResult } from '@linkage/contracts';
import { Avatar, EmptyState, Icon, PlatformMark, StepBar, Time, formatExact, type IconName } from '@linkage/ui';
import { AsOf } from '../shared/as-of/as-of';
import { NothingYet } from '../shared/as-of/nothing-yet';
import { Changes } from '../shared/changes/changes';
import { InvitationActions } from '../invitations';
import { Arrivals } from '../shared/lists/arrivals';
import { startOverWithoutPage } from '../shared/lists/first-page';
import { ListFoot } from '../shared/lists/list-foot';
import { ListProblem } from '../shared/lists/list-problem';
import { ListQuery, type ListView } from '../shared/lists/list-query';
import { ListState } from '../shared/lists/list-state';
import { SearchField } from '../shared/lists/search-field';
import { SkeletonRows } from '../shared/lists/skeleton-rows';
import { SortHeader } from '../shared/lists/sort-header';
import { SortMenu, type SortChoice } from '../shared/lists/sort-menu';
import { whileShown } from '../base/while-shown';
import { Screen } from '../base/screen';

type Result = AttemptResult | 'all';

const steps = ['Page opened', 'Sent over', 'Signed in', 'Agreed'] as const;

/** The tab Failed Connections: every attempt with why it did not succeed and how to help. Opens on the failed ones. */
@Component({
  selector: 'app-attempt-list',
  imports: [
    MatTooltip,
    Avatar,
    EmptyState,
    Icon,
    PlatformMark,
    StepBar,
    Time,
    ListFoot,
    ListProblem,
    NothingYet,
    SearchField,
    SkeletonRows,
    SortHeader,
    SortMenu,
  ],
  templateUrl: './attempt-list.html',
  styleUrl: './attempt-list.css',
})
export class AttemptList {
  private readonly api = inject(ConnectionsApi);
  protected readonly actions = inject(InvitationActions);
  protected readonly screen = inject(Screen);
  protected readonly asOf = inject(AsOf);
  protected readonly query = new ListQuery({
    filter: 'result',
    filters: ['started', 'succeeded', 'abandoned', 'all'],
    sorts: ['startedAt'],
  });
  protected readonly state = new ListState({
    view: this.query.view,
    load: (view) => this.api.attempts(asParameters(view)),
    id: (item: AttemptItem) => item.attemptId,
    moment: ({ asOf }) => asOf,
    changes: inject(Changes).of('attempts'),
  });
  protected readonly exact = formatExact;
  protected readonly chips: readonly { value: string; label: string; icon?: IconName; count: Result }[] = [
    { value: '', label: 'Failed', icon: 'failed', count: 'failed' },
    { value: 'abandoned', label: 'Abandoned', count: 'abandoned' },
    { value: 'started', label: 'Under way', count: 'started' },
    { value: 'succeeded', label: 'Succeeded', count: 'succeeded' },
    { value: 'all', label: 'All attempts', count: 'all' },
  ];
  protected readonly orders: readonly SortChoice[] = [
    { by: 'startedAt', direction: 'desc', label: 'Newest first' },
    { by: 'startedAt', direction: 'asc', label: 'Oldest first' },
  ];
  protected readonly none = computed(() => {
    const list = this.state.list();
    return list !== undefined && list.items.length === 0 && this.query.view().search === '';
  });

  constructor() {
    whileShown(inject(Arrivals).of(this.state));
    startOverWithoutPage(this.state, this.query);
  }

  protected step({ step }: AttemptItem): string {
    return `${step} of 4 · ${steps[step - 1] ?? ''}`;
  }

  protected what({ result, what }: AttemptItem): string {
    if (what !== null) return what;
    return {
      succeeded: 'Connected',
      started: 'Not finished yet',
      failed: 'Not connected',
      abandoned: 'Left before the end',
    }[result];
  }

  protected stopped({ result }: AttemptItem): boolean {
    return result === 'failed' || result === 'abandoned';
  }

  protected invited({ invitationId, creatorName }: AttemptItem): { invitationId: string; name: string } {
    return { invitationId, name: creatorName };
  }
}

export const asParameters = ({
  search,
  filter,
  sort,
  direction,
  size,
  cursor,
  asOf,
}: ListView): AttemptListParameters => ({
  limit: size,
  result: (filter || 'failed') as Result,
  ...(search && { search }),
  ...(sort && { sort }),
  ...(direction && { direction }),
  ...(cursor && { cursor }),
  ...(asOf && { asOf }),
});
