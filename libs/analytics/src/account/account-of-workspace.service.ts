import { ReadModels } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { accountProfile, type AccountProfileRow } from './account-profile.projection';
import { accountNotFound } from './account.errors';

/** Every route of an account asks here first whose it is. */
@Injectable()
export class AccountOfWorkspace {
  constructor(private readonly readModels: ReadModels) {}

  /** @throws not-found for an account that is unknown or belongs to another workspace */
  async find(workspaceId: string, accountId: string): Promise<AccountProfileRow> {
    const row = await this.look(workspaceId, accountId);
    if (row === undefined) throw accountNotFound();
    return row;
  }

  async look(workspaceId: string, accountId: string): Promise<AccountProfileRow | undefined> {
    const row = await this.readModels.get(accountProfile, accountId);
    return row?.workspaceId === workspaceId ? row : undefined;
  }
}
