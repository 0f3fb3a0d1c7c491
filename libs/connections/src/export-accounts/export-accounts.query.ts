import type { AccountListParameters } from '@linkage/contracts';
import { ReadModels, type PageOf } from '@linkage/event-sourcing';
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

  async execute({ workspaceId, filter }: ExportAccounts): Promise<AsyncIterable<readonly AccountRow[]>> {
    const { cursor: _, ...others } = filter;
    const pageAt = (cursor: string | null): Promise<PageOf<AccountRow>> =>
      this.readModels.page(
        accountList,
        accountPage(workspaceId, { ...others, limit: AT_ONCE, ...(cursor !== null && { cursor }) }),
      );
    // Before the answer begins, so that what is refused is said.
    const first = await pageAt(null);
    return (async function* pages() {
      for (let page = first; ; page = await pageAt(page.next)) {
        yield page.rows;
        if (page.next === null) return;
      }
    })();
  }
}
