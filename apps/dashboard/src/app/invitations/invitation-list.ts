import { Component, computed, inject } from '@angular/core';
import { RouterLink, type Params } from '@angular/router';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { InvitationsApi } from '@linkage/api-client';
import type { InvitationListItem, InvitationListParameters, InvitationStatus } from '@linkage/contracts';
import { Avatar, EmptyState, Icon, Time, formatExact, type IconName } from '@linkage/ui';
import { AsOf } from '../shared/as-of/as-of';
import { NothingYet } from '../shared/as-of/nothing-yet';
import { Changes } from '../shared/changes/changes';
import { StoryAddress } from '../history';
import { Arrivals } from '../shared/lists/arrivals';
import { startOverWithoutPage } from '../shared/lists/first-page';
import { ListFoot } from '../shared/lists/list-foot';
import { ListProblem } from '../shared/lists/list-problem';
import { ListQuery, type ListView } from '../shared/lists/list-query';
import { ListState } from '../shared/lists/list-state';
import { PressedInView } from '../shared/lists/pressed-in-view';
import { SearchField } from '../shared/lists/search-field';
import { SkeletonRows } from '../shared/lists/skeleton-rows';
import { SortHeader } from '../shared/lists/sort-header';
import { SortMenu, type SortChoice } from '../shared/lists/sort-menu';
import { whileShown } from '../base/while-shown';
import { Screen } from '../base/screen';
import { Delivery } from './delivery';
import { InvitationActions } from './invitation-actions';
import { InvitationStatusCell } from './invitation-status';
import { mailAction } from './mail-action';
import { Inviting } from '../shared/inviting/inviting';

type Filter = InvitationStatus | 'withdrawn';
interface Chip {
  value: Filter | '';
  label: string;
  icon?: IconName;
  tone?: string;
  count: 'all' | Filter;
}

/** The tab All: every creator that was invited. */
@Component({
  selector: 'app-invitation-list',
  imports: [
    RouterLink,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    MatTooltip,
    Avatar,
    EmptyState,
    Icon,
    Time,
    ListFoot,
    ListProblem,
    NothingYet,
    PressedInView,
    SearchField,
    SkeletonRows,
    SortHeader,
    SortMenu,
    Delivery,
    InvitationStatusCell,
  ],
  templateUrl: './invitation-list.html',
  styles: `
    :host {
      flex: 1;
      display: flex;
      flex-direction: column;
      min-width: 0;
    }
    .invited {
      width: 112px;
    }
    .status {
      width: 252px;
    }
    .delivery {
      width: 128px;
    }
    .buttons {
      width: 264px;
    }
    @media (max-width: 1199px) {
      .buttons {
        width: 128px;
      }
    }
  `,
})
export class InvitationList {
  private readonly api = inject(InvitationsApi);
  protected readonly actions = inject(InvitationActions);
  protected readonly inviting = inject(Inviting);
  protected readonly screen = inject(Screen);
  protected readonly asOf = inject(AsOf);
  protected readonly query = new ListQuery({
    filter: 'status',
    filters: ['action-needed', 'invited', 'active', 'withdrawn'],
    sorts: ['status', 'invitedAt', 'name'],
  });
  protected readonly state = new ListState({
    view: this.query.view,
    load: (view) => this.api.list(asParameters(view)),
    id: (item: InvitationListItem) => item.invitationId,
    moment: ({ asOf }) => asOf,
    changes: inject(Changes).of('invitations'),
  });
  protected readonly story = new StoryAddress();
  protected readonly exact = formatExact;
  protected readonly mailAction = mailAction;
  private readonly statuses: readonly Chip[] = [
    { value: '', label: 'All', count: 'all' },
    { value: 'action-needed', label: 'Action Needed', icon: 'alert', tone: 'lk-warn', count: 'action-needed' },
    { value: 'invited', label: 'Invited', icon: 'send', tone: 'lk-info', count: 'invited' },
    { value: 'active', label: 'Active', icon: 'check', tone: 'lk-ok', count: 'active' },
  ];
  private readonly withdrawn: Chip = { value: 'withdrawn', label: 'Withdrawn', icon: 'archive', count: 'withdrawn' };
  /** What was withdrawn is out of the way; where nothing was, nothing is offered. */
  protected readonly chips = computed(() => {
    const offered = this.query.view().filter === 'withdrawn' || (this.state.list()?.counts.withdrawn ?? 0) > 0;
    return offered ? [...this.statuses, this.withdrawn] : this.statuses;
  });
  protected readonly orders: readonly SortChoice[] = [
    { by: 'status', direction: 'desc', label: 'Action Needed first' },
    { by: 'invitedAt', direction: 'desc', label: 'Newest invite first' },
    { by: 'invitedAt', direction: 'asc', label: 'Oldest invite first' },
    { by: 'name', direction: 'asc', label: 'Name' },
  ];

  protected readonly nobody = computed(() => {
    const { search, filter } = this.query.view();
    if (search === '') return filter === 'withdrawn' ? 'No invite is withdrawn.' : 'No invite has this status.';
    const also = { '': '', withdrawn: ' and was withdrawn' }[filter] ?? ' and this status';
    return `Nobody invited has “${search}” in name or e-mail${also}.`;
  });

  constructor() {
    whileShown(inject(Arrivals).of(this.state));
    startOverWithoutPage(this.state, this.query);
  }

  /** Where a creator's name leads: to the one account, or to all of theirs; nowhere before the first. */
  protected target({ accounts }: InvitationListItem): string[] | null {
    const [only] = accounts;
    if (only === undefined) return null;
    return accounts.length === 1 ? ['/accounts', only.accountId] : ['/creators/connected'];
  }

  protected targetQuery({ accounts, email }: InvitationListItem): Params {
    return { ...this.asOf.parameters(), ...(accounts.length > 1 && { search: email }) };
  }
}

/** As the API takes them. */
export const asParameters = ({
  search,
  filter,
  sort,
  direction,
  size,
  cursor,
  asOf,
}: ListView): InvitationListParameters => ({
  limit: size,
  ...(search && { search }),
  ...(filter === 'withdrawn' ? { withdrawn: true } : filter && { status: filter as InvitationStatus }),
  ...(sort && { sort }),
  ...(direction && { direction }),
  ...(cursor && { cursor }),
  ...(asOf && { asOf }),
});
