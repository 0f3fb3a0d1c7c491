import type { Accepted } from '@linkage/contracts';
import { CommandHandling } from '@linkage/event-sourcing';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { expectInvitation } from '../invitation/expect-invitation';
import { invitation } from '../invitation/invitation';
import { InvitationFinder } from '../invitation/invitation-finder.service';
import { WithdrawInvitation } from './withdraw-invitation.command';
import { withdrawInvitation } from './withdraw-invitation';

@CommandHandler(WithdrawInvitation)
export class WithdrawInvitationHandler implements ICommandHandler<WithdrawInvitation> {
  constructor(
    private readonly commands: CommandHandling,
    private readonly invitations: InvitationFinder,
  ) {}

  async execute({ invitationId, accounts, context, idempotencyKey }: WithdrawInvitation): Promise<Accepted> {
    const { stream } = await this.invitations.find(context.workspaceId, invitationId);
    const { position } = await this.commands.handle({
      stream,
      decider: invitation,
      context,
      idempotencyKey,
      decide: (state) => withdrawInvitation(accounts, expectInvitation(invitationId, state)),
    });
    return { position: position ?? '' };
  }
}
