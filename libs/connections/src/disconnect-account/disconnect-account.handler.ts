import type { Accepted } from '@linkage/contracts';
import { creatorContext } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CreatorOfLink } from '../invited-creator/creator-of-link.service';
import { accountNotFound } from '../social-account/social-account.errors';
import { AccountDisconnection } from '../social-account/account-disconnection.service';
import { DisconnectAccount } from './disconnect-account.command';

@CommandHandler(DisconnectAccount)
export class DisconnectAccountHandler implements ICommandHandler<DisconnectAccount> {
  constructor(
    private readonly creators: CreatorOfLink,
    private readonly accounts: AccountDisconnection,
  ) {}

  /** Also with the link of a withdrawn invitation: "you can stop at any time" holds. */
  async execute({ link, accountId, idempotencyKey }: DisconnectAccount): Promise<Accepted> {
    const { creator } = await this.creators.recognise(link);
    const account = creator.accounts.find((known) => known.accountId === accountId);
    if (account === undefined) throw accountNotFound();
    const context = creatorContext(creator.workspaceId, creator.invitationId);
    const { position } = await this.accounts.disconnect(account, 'creator', context, idempotencyKey);
    return { position: position ?? '' };
  }
}
