import { FactLog, ReadModels } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { accountDirectory, type AccountAddress } from './account-directory.projection';
import { accountNotFound } from './social-account.errors';

/** From an account's id, as it stands in an address, to where it is kept. */
@Injectable()
export class AccountOfWorkspace {
  constructor(
    private readonly readModels: ReadModels,
    private readonly log: FactLog,
  ) {}

  /** @throws not-found for an unknown id and for one of another workspace, without a difference */
  async find(workspaceId: string, accountId: string): Promise<AccountAddress> {
    const account = (await this.readModels.get(accountDirectory, accountId)) ?? (await this.lookAgain(accountId));
    if (account === undefined || account.workspaceId !== workspaceId) throw accountNotFound();
    return account;
  }

  /** Connected a moment ago, it may not have got about yet: nothing is called unknown before the whole log was read. */
  private async lookAgain(accountId: string): Promise<AccountAddress | undefined> {
    const head = await this.log.head();
    if (head === null) return undefined;
    await this.readModels.reached(accountDirectory, head);
    return this.readModels.get(accountDirectory, accountId);
  }
}
