import type { AccountListParameters } from '@linkage/contracts';
import { ReadModels } from '@linkage/event-sourcing';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { accountList, type AccountRow } from '../list-accounts/account-list.projection';
import { accountPage } from '../list-accounts/account-page';

/** Every account that the filter lets through, as it is asked for: a few at a time are in memory. */
export class ExportAccounts extends Query<AsyncIterable<readonly AccountRow[]>> {
  constructor(
    readonly workspaceId: string,
    readonly filter: AccountListParameters,
  ) {
    super();
  }
}

const AT_ONCE = 200;

@QueryHandler(ExportAccounts)
export class ExportAccountsHandler implements IQueryHandler<ExportAccounts> {
  constructor(private readonly readModels: ReadModels) {}

  execute({ workspaceId, filter }: ExportAccounts): Promise<AsyncIterable<readonly AccountRow[]>> {
    const request = accountPage(workspaceId, { ...filter, limit: AT_ONCE });
    return Promise.resolve(this.readModels.pages(accountList, request));
  }
}
