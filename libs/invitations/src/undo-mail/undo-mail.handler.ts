import type { Accepted } from '@linkage/contracts';
import { CommandHandling, FactLog, type Recorded } from '@linkage/event-sourcing';
import { Locks } from '@linkage/vault';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { expectInvitation } from '../invitation/expect-invitation';
import { invitation } from '../invitation/invitation';
import type { InvitationFact } from '../invitation/invitation.events';
import { InvitationFinder } from '../invitation/invitation-finder.service';
import { MailAllowance } from '../invitation/mail-allowance.service';
import { isMailAsking, mailingLock } from '../invitation/mail-asking';
import { UndoMail } from './undo-mail.command';
import { undoMail } from './undo-mail';

/** Under the lock that mails are sent under: what is undone was not sent, and what was sent is not undone. */
@CommandHandler(UndoMail)
export class UndoMailHandler implements ICommandHandler<UndoMail> {
  constructor(
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
    private readonly invitations: InvitationFinder,
    private readonly mails: MailAllowance,
    private readonly locks: Locks,
  ) {}

  async execute({ invitationId, context, idempotencyKey }: UndoMail): Promise<Accepted> {
    const { stream } = await this.invitations.find(context.workspaceId, invitationId);
    return this.locks.withLock(mailingLock(stream), async (lost) => {
      const facts: readonly Recorded<InvitationFact>[] = await this.log.readStream<InvitationFact>(stream);
      const asking = facts.findLast(isMailAsking);
      lost.throwIfAborted();
      const { position } = await this.commands.handle({
        stream,
        decider: invitation,
        context,
        idempotencyKey,
        decide: (state) => undoMail(asking, expectInvitation(invitationId, state)),
      });
      if (asking !== undefined) this.mails.takenBack(asking.position);
      return { position: position ?? '' };
    });
  }
}
