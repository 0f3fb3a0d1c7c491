import type { AccountProfile } from '@linkage/contracts';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AccountOfWorkspace } from '../account/account-of-workspace.service';
import { toAccountProfile } from '../account/account-profile.mapper';

/** @throws not-found */
export class ShowAccountProfile extends Query<AccountProfile> {
  constructor(
    readonly workspaceId: string,
    readonly accountId: string,
  ) {
    super();
  }
}

@QueryHandler(ShowAccountProfile)
export class ShowAccountProfileHandler implements IQueryHandler<ShowAccountProfile> {
  constructor(private readonly accounts: AccountOfWorkspace) {}

  async execute({ workspaceId, accountId }: ShowAccountProfile): Promise<AccountProfile> {
    return toAccountProfile(await this.accounts.find(workspaceId, accountId));
  }
}
