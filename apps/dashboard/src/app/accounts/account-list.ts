import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ConnectionsApi } from '@linkage/api-client';
import type { AccountListParameters, ConnectedAccountItem, PlatformId } from '@linkage/contracts';
import { platformData, platformIds, platforms } from '@linkage/platform-guide';
import { Avatar, Icon, Menu, PlatformMark, Time, formatExact } from '@linkage/ui';
import { EmptyState } from '@linkage/ui/empty-state';
import { Figure, Freshness } from '@linkage/ui/figures';
import { AsOf } from '../shared/as-of/as-of';
import { NothingYet } from '../shared/as-of/nothing-yet';
import { Changes } from '../shared/changes/changes';
import { Inviting } from '../shared/inviting/inviting';
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
import { absence } from '../shared/words/absence';
import { whileShown } from '../base/while-shown';
import { AccountActions } from './account-actions';
import { Health } from './health';

/** The tab Connected Accounts: one row per account, its profile one click away. */
@Component({
  selector: 'app-account-list',
  imports: [
    RouterLink,
    Menu,
    Avatar,
    EmptyState,
    Figure,
    Freshness,
    Icon,
    PlatformMark,
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
    Health,
  ],
  templateUrl: './account-list.html',
  styles: `
    :host {
      flex: 1;
      display: flex;
      flex-direction: column;
      min-width: 0;
    }
    .account {
      width: 20%;
    }
    .followers {
      width: 104px;
    }
    .updated {
      width: 136px;
    }
    .connected {
      width: 100px;
    }
    .health {
      width: 21%;
    }
    .more {
      width: 60px;
    }
    .more-cell {
      text-align: right;
    }
    .ring {
      display: flex;
      align-items: center;
      gap: 8px;
      color: var(--lk-ink-2);
    }
    .updated-cell {
      padding-left: 24px;
    }
    @media (max-width: 959px) {
      .updated-cell {
        padding-left: 0;
      }
    }
    @media (max-width: 959px) {
      .more-cell {
        position: absolute;
        inset: 10px 6px auto auto;
      }
      tr:has(.more-cell:not(:empty)) .who {
        padding-right: 36px;
      }
    }
    @media (min-width: 1440px) {
      .followers {
        width: 152px;
      }
    }
    @media (min-width: 960px) and (max-width: 1199px) {
      .account {
        width: 176px;
      }
      .health {
        width: 200px;
      }
      .updated {
        width: 124px;
      }
      .connected {
        width: 88px;
      }
      .followers {
        width: 92px;
      }
    }
  `,
})
export class AccountList {
  private readonly api = inject(ConnectionsApi);
  protected readonly inviting = inject(Inviting);
  protected readonly asOf = inject(AsOf);
  protected readonly query = new ListQuery({
    filter: 'platform',
    filters: platformIds,
    sorts: ['health', 'connectedAt', 'followers', 'creatorName', 'username'],
  });
  protected readonly parameters = computed(() => asParameters(this.query.view()));
  protected readonly state = new ListState({
    view: this.query.view,
    load: (view) => this.api.accounts(asParameters(view)),
    id: (item: ConnectedAccountItem) => item.accountId,
    moment: ({ asOf }) => asOf,
    changes: inject(Changes).of('accounts', 'pictures'),
  });
  protected readonly actions = inject(AccountActions);
  protected readonly exact = formatExact;
  protected readonly nothing = computed(() => {
    const { search, filter } = this.query.view();
    if (search !== '') return `Nothing here has “${search}” in name, e-mail or username.`;
    return `No account of ${platforms[filter as PlatformId].name} is connected.`;
  });
  /** Only platforms with a connected account, and the one that is chosen. */
  protected readonly chips = computed(() => {
    const { counts } = this.state.list() ?? {};
    const chosen = this.query.view().filter;
    return platformIds
      .filter((id) => (counts?.[id] ?? 0) > 0 || id === chosen)
      .map((id) => ({ id, count: counts?.[id] ?? 0 }));
  });
  protected readonly orders: readonly SortChoice[] = [
    { by: 'health', direction: 'desc', label: 'Needs attention first' },
    { by: 'connectedAt', direction: 'desc', label: 'Newest connection first' },
    { by: 'followers', direction: 'desc', label: 'Most followers first' },
    { by: 'creatorName', direction: 'asc', label: 'Creator' },
    { by: 'username', direction: 'asc', label: 'Account' },
  ];

  /** The same words as on the account's page. */
  protected noFollowers({ followersMissing, platform }: ConnectedAccountItem): string {
    if (followersMissing === null) return 'Not yet';
    return absence(followersMissing, platform, platformData[platform].profile.followers).title;
  }

  protected isConnected({ health }: ConnectedAccountItem): boolean {
    return health.state !== 'action-needed' || health.cause !== 'disconnected';
  }

  constructor() {
    whileShown(inject(Arrivals).of(this.state));
    startOverWithoutPage(this.state, this.query);
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
}: ListView): AccountListParameters => ({
  limit: size,
  ...(search && { search }),
  ...(filter && { platform: filter as PlatformId }),
  ...(sort && { sort }),
  ...(direction && { direction }),
  ...(cursor && { cursor }),
  ...(asOf && { asOf }),
});
