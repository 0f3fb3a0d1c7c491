import { foldEmail, type InvitationAccepted } from '@linkage/contracts';
import { CommandHandling } from '@linkage/event-sourcing';
import { Installation } from '@linkage/http';
import { DataSubjectKeys, KeyedHashes } from '@linkage/vault';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { invitation } from '../invitation/invitation';
import { InvitationStreams } from '../invitation/invitation-streams.service';
import { MailAllowance } from '../invitation/mail-allowance.service';
import { StagingAccess } from '../invitation/staging-access.service';
import { MessageTemplates } from '../message-template/message-templates.service';
import { IssueInvitation } from './issue-invitation.command';
import { issueInvitation } from '../invitation/issue-invitation';

/**
 * The stream's name follows from workspace and e-mail, so the log itself lets only one of two simultaneous invitations
 * in.
 */
@CommandHandler(IssueInvitation)
export class IssueInvitationHandler implements ICommandHandler<IssueInvitation> {
  constructor(
    private readonly commands: CommandHandling,
    private readonly streams: InvitationStreams,
    private readonly creators: DataSubjectKeys,
    private readonly hashes: KeyedHashes,
    private readonly mails: MailAllowance,
    private readonly staging: StagingAccess,
    private readonly messages: MessageTemplates,
    private readonly installation: Installation,
  ) {}

  async execute({ asked, asker, context, idempotencyKey }: IssueInvitation): Promise<InvitationAccepted> {
    const stream = await this.streams.of(context.workspaceId, asked.email);
    const noRoom = await this.staging.refusalOf(context.workspaceId);
    const recipient = await this.hashes.ofInstallation('mail-recipient', foldEmail(asked.email));
    const { message, ...others } = asked;
    const chosen = await this.messages.choose(context.workspaceId, message);
    const mail = this.installation.sendsMail ? {} : ({ mail: 'none' } as const);
    const fresh = { ...others, ...mail, chosen, recipient, invitationId: await this.creators.newSubject() };
    const { state, position } = await this.mails.within(asker, { stream, kind: 'invite', recipient }, (refusal) =>
      this.commands.handle({
        stream,
        decider: invitation,
        context,
        idempotencyKey,
        decide: (state) => {
          if (noRoom) throw noRoom;
          return issueInvitation(fresh, state, refusal);
        },
      }),
    );
    return { invitationId: state.invitationId ?? fresh.invitationId, position: position ?? '' };
  }
}
