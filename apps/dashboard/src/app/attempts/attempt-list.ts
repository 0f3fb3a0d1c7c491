import { Component, computed, inject } from '@angular/core';
import { RouterLink, type Params, type QueryParamsHandling } from '@angular/router';
import { ConnectionsApi } from '@linkage/api-client';
import type { AttemptItem, AttemptListParameters, AttemptResult, PlatformId } from '@linkage/contracts';
import { platforms } from '@linkage/platform-guide';
import { Avatar, Icon, PlatformMark, Time, Tip, formatExact, type IconName } from '@linkage/ui';
import { EmptyState } from '@linkage/ui/empty-state';
import { StepBar } from '@linkage/ui/figures';
import { AsOf } from '../shared/as-of/as-of';
import { NothingYet } from '../shared/as-of/nothing-yet';
import { Changes } from '../shared/changes/changes';
import { InvitationActions } from '../invitations';
import { StoryAddress } from '../story';
import { Arrivals } from '../shared/lists/arrivals';
import { startOverWithoutPage } from '../shared/lists/start-over-without-page';
import { ExportLink } from '../shared/lists/export-link';
import { ListFoot } from '../shared/lists/list-foot';
import { ListProblem } from '../shared/lists/list-problem';
import { ListQuery, type ListView } from '../shared/lists/list-query';
import { ListState } from '../shared/lists/list-state';
import { RowLink } from '../shared/lists/row-link';
import { SaidRows } from '../shared/lists/said-rows';
import { SavedViews } from '../shared/lists/saved-views';
import { SearchField } from '../shared/lists/search-field';
import { SkeletonRows } from '../shared/lists/skeleton-rows';
import { SortHeader } from '../shared/lists/sort-header';
import { SortMenu, type SortChoice } from '../shared/lists/sort-menu';
import { whileShown } from '../base/while-shown';
import { Screen } from '../base/screen';

type Result = AttemptResult | 'open' | 'all';

const stepWords = (step: number, platform: PlatformId): string =>
  ['Page opened', `On ${platforms[platform].spoken}’s page`, 'Signed in', 'Agreed'][step - 1] ?? '';

/**
 * The tab Failed Connections: every attempt with why it did not succeed and how to help. Opens on those that are not
 * made good yet.
 */
@Component({
  selector: 'app-attempt-list',
  imports: [
    RouterLink,
    Tip,
    Avatar,
    EmptyState,
    Icon,
    PlatformMark,
    StepBar,
    Time,
    ExportLink,
    ListFoot,
    ListProblem,
    NothingYet,
    RowLink,
    SaidRows,
    SavedViews,
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
    filters: ['failed', 'started', 'succeeded', 'abandoned', 'all'],
    sorts: ['startedAt'],
  });
  protected readonly parameters = computed(() => asParameters(this.query.view()));
  protected readonly state = new ListState({
    view: this.query.view,
    load: (view) => this.api.attempts(asParameters(view)),
    id: (item: AttemptItem) => item.attemptId,
    moment: ({ asOf }) => asOf,
    changes: inject(Changes).of('attempts', 'pictures'),
  });
  protected readonly exact = formatExact;
  protected readonly chips: readonly { value: string; label: string; icon?: IconName; count: Result }[] = [
    { value: '', label: 'Open', icon: 'failed', count: 'open' },
    { value: 'failed', label: 'Failed', count: 'failed' },
    { value: 'abandoned', label: 'Abandoned', count: 'abandoned' },
    { value: 'started', label: 'In progress', count: 'started' },
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
  protected readonly madeGood = computed(() => {
    const counts = this.state.list()?.counts;
    return counts !== undefined && counts.failed + counts.abandoned > 0;
  });

  constructor() {
    new StoryAddress(); // opens what the address asks for
    whileShown(inject(Arrivals).of(this.state));
    startOverWithoutPage(this.state, this.query);
  }

  protected step({ step, platform }: AttemptItem): string {
    return `${step} of 4 · ${stepWords(step, platform)}`;
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

  /** Where a row leads: to the accounts that the creator has connected, or to what happened with the invite. */
  protected target(item: AttemptItem): string[] {
    return this.connected(item) ? ['/creators/connected'] : [];
  }

  protected targetQuery(item: AttemptItem): Params {
    if (!this.connected(item)) return { history: item.invitationId };
    return { ...this.asOf.parameters(), search: item.creatorEmail };
  }

  /** The history opens over the list as it is. */
  protected handling(item: AttemptItem): QueryParamsHandling | null {
    return this.connected(item) ? null : 'merge';
  }

  protected leadsTo(item: AttemptItem): string {
    return this.connected(item) ? 'connected accounts' : 'history of the invite';
  }

  private connected({ result, connectedSince }: AttemptItem): boolean {
    return result === 'succeeded' || connectedSince !== null;
  }

  protected open(item: AttemptItem): boolean {
    return this.stopped(item) && item.connectedSince === null;
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
  result: (filter || 'open') as Result,
  ...(search && { search }),
  ...(sort && { sort }),
  ...(direction && { direction }),
  ...(cursor && { cursor }),
  ...(asOf && { asOf }),
});
