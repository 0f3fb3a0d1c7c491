import type { AccountProfile } from '@linkage/contracts';
import { ERASED, ReadModels } from '@linkage/event-sourcing';
import { AVATAR, Pictures } from '@linkage/pictures';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AccountOfWorkspace } from '../account/account-of-workspace.service';
import { erasedCreators } from '../account/erased-creators.projection';
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
  constructor(
    private readonly accounts: AccountOfWorkspace,
    private readonly readModels: ReadModels,
    private readonly pictures: Pictures,
  ) {}

  async execute({ workspaceId, accountId }: ShowAccountProfile): Promise<AccountProfile> {
    const known = await this.accounts.find(workspaceId, accountId);
    const [avatarUrl = null] = this.pictures.addresses([
      { account: accountId, what: AVATAR, address: known.avatarUrl },
    ]);
    const row = { ...known, avatarUrl };
    if (row.username !== ERASED) return toAccountProfile(row);
    const erasure = await this.readModels.get(erasedCreators, row.invitationId);
    return toAccountProfile(row, { at: erasure?.at ?? null });
  }
}
