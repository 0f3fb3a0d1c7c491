import type { AccountAudience } from '@linkage/contracts';
import { ReadModels } from '@linkage/event-sourcing';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AccountOfWorkspace } from '../account/account-of-workspace.service';
import { toAccountAudience } from '../account/account-audience.mapper';
import { toMissingParts } from '../account/missing-parts';
import { accountAudience } from '../account/account-audience.projection';

/** @throws not-found */
export class ShowAccountAudience extends Query<AccountAudience> {
  constructor(
    readonly workspaceId: string,
    readonly accountId: string,
  ) {
    super();
  }
}

@QueryHandler(ShowAccountAudience)
export class ShowAccountAudienceHandler implements IQueryHandler<ShowAccountAudience> {
  constructor(
    private readonly accounts: AccountOfWorkspace,
    private readonly readModels: ReadModels,
  ) {}

  async execute({ workspaceId, accountId }: ShowAccountAudience): Promise<AccountAudience> {
    const { platform, missing } = await this.accounts.find(workspaceId, accountId);
    const row = await this.readModels.get(accountAudience, accountId);
    return toAccountAudience(row, platform, toMissingParts(missing));
  }
}
