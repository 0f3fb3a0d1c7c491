import type { InvitationAccepted } from '@linkage/contracts';
import { CommandHandling } from '@linkage/event-sourcing';
import { DataSubjectKeys, KeyedHashes } from '@linkage/vault';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { invitationStreamKey } from '../invitation/invitation-stream-key';
import { invitation } from '../invitation/invitation';
import { MailAllowance } from '../invitation/mail-allowance.reader';
import { IssueInvitation } from './issue-invitation.command';
import { issueInvitation } from './issue-invitation';

/** The stream's name follows from workspace and e-mail, so the log itself lets only one of two simultaneous invitations in. */
@CommandHandler(IssueInvitation)
export class IssueInvitationHandler implements ICommandHandler<IssueInvitation> {
  constructor(
    private readonly commands: CommandHandling,
    private readonly hashes: KeyedHashes,
    private readonly creators: DataSubjectKeys,
    private readonly mails: MailAllowance,
  ) {}

  async execute({ asked, context, idempotencyKey }: IssueInvitation): Promise<InvitationAccepted> {
    const stream = `invitation-${await this.hashes.ofWorkspace(context.workspaceId, invitationStreamKey(asked.email))}`;
    const fresh = { ...asked, invitationId: await this.creators.newSubject() };
    const { state, position } = await this.mails.within(context.workspaceId, stream, (refusal) =>
      this.commands.handle({
        stream,
        decider: invitation,
        context,
        idempotencyKey,
        decide: (state) => issueInvitation(fresh, state, refusal),
      }),
    );
    return { invitationId: state.invitationId ?? fresh.invitationId, position: position ?? '' };
  }
}
