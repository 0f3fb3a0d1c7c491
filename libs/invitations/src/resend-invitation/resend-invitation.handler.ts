import type { Accepted } from '@linkage/contracts';
import { CommandHandling } from '@linkage/event-sourcing';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { expectInvitation } from '../invitation/expect-invitation';
import { invitation } from '../invitation/invitation';
import { InvitationFinder } from '../invitation/invitation-finder.service';
import { MailAllowance } from '../invitation/mail-allowance.service';
import { MessageTemplates } from '../message-template/message-templates.service';
import { ResendInvitation } from './resend-invitation.command';
import { resendInvitation } from './resend-invitation';

@CommandHandler(ResendInvitation)
export class ResendInvitationHandler implements ICommandHandler<ResendInvitation> {
  constructor(
    private readonly commands: CommandHandling,
    private readonly invitations: InvitationFinder,
    private readonly mails: MailAllowance,
    private readonly messages: MessageTemplates,
  ) {}

  async execute({ invitationId, asker, message, context, idempotencyKey }: ResendInvitation): Promise<Accepted> {
    const { stream } = await this.invitations.find(context.workspaceId, invitationId);
    const chosen = await this.messages.choose(context.workspaceId, message);
    const { position } = await this.mails.within(asker, { stream, kind: 'again' }, (refusal) =>
      this.commands.handle({
        stream,
        decider: invitation,
        context,
        idempotencyKey,
        decide: (state, now) => resendInvitation(expectInvitation(invitationId, state), now, refusal, chosen),
      }),
    );
    return { position: position ?? '' };
  }
}
