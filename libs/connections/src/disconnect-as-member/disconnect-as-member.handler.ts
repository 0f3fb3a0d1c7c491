import type { Accepted } from '@linkage/contracts';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AccountDisconnection } from '../social-account/account-disconnection.service';
import { AccountOfWorkspace } from '../social-account/account-of-workspace.service';
import { DisconnectAsMember } from './disconnect-as-member.command';

@CommandHandler(DisconnectAsMember)
export class DisconnectAsMemberHandler implements ICommandHandler<DisconnectAsMember> {
  constructor(
    private readonly accounts: AccountOfWorkspace,
    private readonly disconnection: AccountDisconnection,
  ) {}

  async execute({ accountId, context, idempotencyKey }: DisconnectAsMember): Promise<Accepted> {
    const account = await this.accounts.find(context.workspaceId, accountId);
    const { position } = await this.disconnection.disconnect(account, 'member', context, idempotencyKey);
    return { position: position ?? '' };
  }
}
