import type { Accepted } from '@linkage/contracts';
import { CommandHandling } from '@linkage/event-sourcing';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { expectInvitation } from '../invitation/expect-invitation';
import { invitation } from '../invitation/invitation';
import { InvitationFinder } from '../invitation/invitation-finder.service';
import { UndoWithdrawal } from './undo-withdrawal.command';
import { undoWithdrawal } from './undo-withdrawal';

@CommandHandler(UndoWithdrawal)
export class UndoWithdrawalHandler implements ICommandHandler<UndoWithdrawal> {
  constructor(
    private readonly commands: CommandHandling,
    private readonly invitations: InvitationFinder,
  ) {}

  async execute({ invitationId, context, idempotencyKey }: UndoWithdrawal): Promise<Accepted> {
    const { stream } = await this.invitations.find(context.workspaceId, invitationId);
    const { position } = await this.commands.handle({
      stream,
      decider: invitation,
      context,
      idempotencyKey,
      decide: (state) => undoWithdrawal(expectInvitation(invitationId, state)),
    });
    return { position: position ?? '' };
  }
}
