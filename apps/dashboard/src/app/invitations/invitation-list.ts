import { Component, computed, inject } from '@angular/core';
import { RouterLink, type Params, type QueryParamsHandling } from '@angular/router';
import { InvitationsApi } from '@linkage/api-client';
import type {
  InvitationListItem,
  InvitationListParameters,
  InvitationStatus,
  MatchingInvitations,
} from '@linkage/contracts';
import { Avatar, Icon, Menu, Time, Tip, formatExact, type IconName } from '@linkage/ui';
import { AsOf } from '../shared/as-of/as-of';
import { Changes } from '../shared/changes/changes';
import { StoryAddress } from '../story';
import { Arrivals } from '../shared/lists/arrivals';
import { startOverWithoutPage } from '../shared/lists/start-over-without-page';
import { ExportLink } from '../shared/lists/export-link';
import { Selection } from '../shared/lists/selection';
import { SelectionKeys } from '../shared/lists/selection-keys';
import { ListFoot } from '../shared/lists/list-foot';
import { ListProblem } from '../shared/lists/list-problem';
import { ListQuery, type ListView } from '../shared/lists/list-query';
import { ListState } from '../shared/lists/list-state';
import { RowLink } from '../shared/lists/row-link';
import { PressedInView } from '../shared/lists/pressed-in-view';
import { SaidRows } from '../shared/lists/said-rows';
import { SavedViews } from '../shared/lists/saved-views';
import { SearchField } from '../shared/lists/search-field';
import { SkeletonRows } from '../shared/lists/skeleton-rows';
import { SortHeader } from '../shared/lists/sort-header';
import { SortMenu, type SortChoice } from '../shared/lists/sort-menu';
import { ServerClock } from '../base/server-clock';
import { Later, whenWanted } from '../base/later';
import { whileShown } from '../base/while-shown';
import { Screen } from '../base/screen';
import { Delivery } from './delivery';
import { InvitationActions } from './invitation-actions';
import { InvitationStatusCell } from './invitation-status-cell';
import { mailAction, NO_MAILS } from './mail-action';
import { BulkProgress, loadBulkBar } from '../bulk-actions';
import { demoAsked, loadDemoProgress } from '../demo-data';
import { ImportProgress } from '../import-progress';

type Filter = InvitationStatus | 'waiting' | 'withdrawn';
interface Chip {
  value: Filter | '';
  label: string;
  icon?: IconName;
  tone?: string;
  tip?: string;
  count: 'all' | Filter;
}

/** What is said of a filter without rows: alone, and behind a search. */
const nothing: Readonly<Record<string, readonly [string, string]>> = {
  '': ['No invite has this status.', ''],
  waiting: ['No invite is waiting.', ' and is waiting'],
  withdrawn: ['No invite is withdrawn.', ' and was withdrawn'],
};

/** The tab All: every creator that was invited. */
@Component({
  selector: 'app-invitation-list',
  imports: [
    RouterLink,
    Menu,
    Later,
    Tip,
    Avatar,
    BulkProgress,
    ExportLink,
    SelectionKeys,
    ImportProgress,
    Icon,
    Time,
    ListFoot,
    ListProblem,
    PressedInView,
    RowLink,
    SaidRows,
    SavedViews,
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
    col.pick {
      width: 48px;
    }
    .invited {
      width: 100px;
    }
    .status {
      width: 26%;
    }
    .delivery {
      width: 128px;
    }
    /* As wide as "Ask to reconnect" needs it. */
    .buttons {
      width: 284px;
    }
    .past .invited {
      width: 20%;
    }
    .past .delivery {
      width: 18%;
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
  protected readonly screen = inject(Screen);
  protected readonly asOf = inject(AsOf);
  protected readonly query = new ListQuery({
    filter: 'status',
    filters: ['action-needed', 'invited', 'active', 'waiting', 'withdrawn'],
    sorts: ['status', 'invitedAt', 'name'],
  });
  protected readonly state = new ListState({
    view: this.query.view,
    load: (view) => this.api.list(asParameters(view)),
    id: (item: InvitationListItem) => item.invitationId,
    moment: ({ asOf }) => asOf,
    changes: inject(Changes).of('invitations', 'pictures'),
  });
  protected readonly parameters = computed(() => asParameters(this.query.view()));
  /** What narrows the list, without its order and its pages. */
  protected readonly narrowing = computed((): MatchingInvitations => {
    const { status, waiting, withdrawn, search } = this.parameters();
    return {
      ...(status && { status }),
      ...(waiting && { waiting }),
      ...(withdrawn && { withdrawn }),
      ...(search && { search }),
    };
  });
  protected readonly selection = new Selection({
    rows: computed(() => this.state.items().flatMap(({ invitationId, erased }) => (erased ? [] : [invitationId]))),
    narrowing: this.narrowing,
    total: computed(() => this.state.list()?.total ?? null),
  });
  protected readonly bulkBar = whenWanted(() => !this.asOf.on() && !this.selection.isEmpty(), loadBulkBar);
  protected readonly story = new StoryAddress();
  protected readonly exact = formatExact;
  protected readonly mailAction = mailAction;
  protected readonly noMails = NO_MAILS;
  protected readonly sendsMail = inject(ServerClock).sendsMail;
  /** Nothing was ever invited. */
  protected readonly isEmpty = computed(() => {
    const counts = this.state.list()?.counts;
    return counts?.all === 0 && counts.withdrawn === 0;
  });
  protected readonly nothingYet = whenWanted(
    () => this.asOf.on() && this.isEmpty(),
    () => import('../shared/as-of/nothing-yet').then(({ NothingYet }) => NothingYet),
  );
  protected readonly noInvites = whenWanted(
    () => this.state.list() !== undefined && this.state.items().length === 0,
    () => import('./no-invites').then(({ NoInvites }) => NoInvites),
  );
  protected readonly stuckMail = whenWanted(
    () => !this.asOf.on() && (this.state.list()?.stuckMail ?? null) !== null,
    () => import('./stuck-mail').then(({ StuckMail }) => StuckMail),
  );
  protected readonly showWaiting = (): void => this.query.filter('waiting');
  protected readonly clear = (): void => this.query.clear();
  private readonly wasDemoAsked = demoAsked();
  protected readonly demoProgress = whenWanted(
    () => this.state.list() !== undefined && this.wasDemoAsked(),
    loadDemoProgress,
  );
  private readonly statuses: readonly Chip[] = [
    { value: '', label: 'All', count: 'all' },
    { value: 'action-needed', label: 'Action Needed', icon: 'alert', tone: 'lk-warn', count: 'action-needed' },
    { value: 'invited', label: 'Invited', icon: 'send', tone: 'lk-info', count: 'invited' },
    { value: 'active', label: 'Active', icon: 'check', tone: 'lk-ok', count: 'active' },
    {
      value: 'waiting',
      label: 'Waiting',
      icon: 'clock',
      tip: 'The e-mail has not gone out yet, or the creator has still to choose an account.',
      count: 'waiting',
    },
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

  protected readonly noMatch = computed(() => {
    const { search, filter } = this.query.view();
    const [alone = 'No invite has this status.', also = ' and this status'] = nothing[filter] ?? [];
    if (search === '') return alone;
    return `No invite has “${search}” in name, e-mail or username${also}.`;
  });

  constructor() {
    whileShown(inject(Arrivals).of(this.state));
    startOverWithoutPage(this.state, this.query);
  }

  /**
   * Where a creator's name leads: to the one account, or to all of theirs; before the first, to what happened so far.
   */
  protected target({ accounts }: InvitationListItem): string[] {
    const [only] = accounts;
    if (only === undefined) return [];
    return accounts.length === 1 ? ['/accounts', only.accountId] : ['/creators/connected'];
  }

  protected targetQuery({ invitationId, accounts, email }: InvitationListItem): Params {
    if (accounts.length === 0) return { history: invitationId };
    return { ...this.asOf.parameters(), ...(accounts.length > 1 && { search: email }) };
  }

  /** The history opens over the list as it is. */
  protected handling({ accounts }: InvitationListItem): QueryParamsHandling | null {
    return accounts.length === 0 ? 'merge' : null;
  }

  protected leadsTo({ accounts }: InvitationListItem): string {
    if (accounts.length === 0) return 'history of the invite';
    return accounts.length === 1 ? 'account' : `${accounts.length} accounts`;
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
  ...(filter === 'withdrawn' || filter === 'waiting'
    ? { [filter]: true }
    : filter && { status: filter as InvitationStatus }),
  ...(sort && { sort }),
  ...(direction && { direction }),
  ...(cursor && { cursor }),
  ...(asOf && { asOf }),
});
