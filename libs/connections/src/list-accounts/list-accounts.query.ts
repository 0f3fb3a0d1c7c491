import {
  platformIds,
  type AccountList,
  type AccountListParameters,
  type ConnectedAccountItem,
} from '@linkage/contracts';
import { ReadModels } from '@linkage/event-sourcing';
import { AVATAR, Pictures } from '@linkage/pictures';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { accountList, type AccountRow } from './account-list.projection';
import { accountPage } from './account-page';

/** One page of Connected Accounts, with how many there are per platform. */
export class ListAccounts extends Query<AccountList> {
  constructor(
    readonly workspaceId: string,
    readonly parameters: AccountListParameters,
  ) {
    super();
  }
}

/** What a browser gets of a row: all but what it is filtered and sorted by. */
const toItem = (row: AccountRow): ConnectedAccountItem => {
  const {
    workspaceId: _workspaceId,
    urgency: _urgency,
    nameKey: _nameKey,
    usernameKey: _usernameKey,
    formerUsernames: _formerUsernames,
    ...item
  } = row;
  return item;
};

@QueryHandler(ListAccounts)
export class ListAccountsHandler implements IQueryHandler<ListAccounts> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly pictures: Pictures,
  ) {}

  async execute({ workspaceId, parameters }: ListAccounts): Promise<AccountList> {
    const page = await this.readModels.page(accountList, accountPage(workspaceId, parameters));
    const counts = await this.counts(workspaceId);
    const faces = this.pictures.addresses(
      page.rows.map(({ accountId, avatarUrl }) => ({ account: accountId, what: AVATAR, address: avatarUrl })),
    );
    return {
      items: page.rows.map((row, i) => toItem({ ...row, avatarUrl: faces[i] ?? null })),
      next: page.next,
      previous: page.previous,
      total: parameters.search ? null : (counts[parameters.platform ?? 'all'] ?? 0),
      counts,
    };
  }

  /** Platforms without an account are left out. */
  private async counts(workspaceId: string): Promise<AccountList['counts']> {
    const { all, ...counts } = await this.readModels.countEach(accountList, ['all', ...platformIds], (platform) =>
      platform === 'all' ? { workspaceId } : { workspaceId, platform },
    );
    return { all, ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)) };
  }
}
