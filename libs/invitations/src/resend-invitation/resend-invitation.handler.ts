import type { Accepted } from '@linkage/contracts';
import { CommandHandling } from '@linkage/event-sourcing';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { expectInvitation } from '../invitation/expect-invitation';
import { invitation } from '../invitation/invitation';
import { InvitationFinder } from '../invitation/invitation-finder.service';
import { MailAllowance } from '../invitation/mail-allowance.reader';
import { ResendInvitation } from './resend-invitation.command';
import { resendInvitation } from './resend-invitation';

@CommandHandler(ResendInvitation)
export class ResendInvitationHandler implements ICommandHandler<ResendInvitation> {
  constructor(
    private readonly commands: CommandHandling,
    private readonly invitations: InvitationFinder,
    private readonly mails: MailAllowance,
  ) {}

  async execute({ invitationId, context, idempotencyKey }: ResendInvitation): Promise<Accepted> {
    const { stream } = await this.invitations.find(context.workspaceId, invitationId);
    const { position } = await this.mails.within(context.workspaceId, stream, (refusal) =>
      this.commands.handle({
        stream,
        decider: invitation,
        context,
        idempotencyKey,
        decide: (state) => resendInvitation(expectInvitation(invitationId, state), refusal),
      }),
    );
    return { position: position ?? '' };
  }
}
