import { CommandHandling, ERASED, FactLog, type Recorded } from '@linkage/event-sourcing';
import { systemContext } from '@linkage/http';
import { ReturnedMails, type ReturnedMail } from '@linkage/mail';
import { Locks } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { invitation } from '../invitation/invitation';
import type { InvitationFact } from '../invitation/invitation.events';
import { InvitationFinder } from '../invitation/invitation-finder.service';
import { isMailAsking, mailingLock } from '../invitation/mail-asking';
import { recordReturned } from './record-returned';
import { MailTokens } from '../invitation/mail-tokens.service';

/**
 * Records what came back of a creator's mail. A report that nothing here has asked for is passed over without a word.
 */
@Injectable()
export class ReturnedInvitationMail {
  constructor(
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
    private readonly invitations: InvitationFinder,
    private readonly tokens: MailTokens,
    private readonly locks: Locks,
    returned: ReturnedMails,
  ) {
    returned.listen((mail) => this.hear(mail));
  }

  private async hear({ token, recipients }: ReturnedMail): Promise<void> {
    const mail = await this.tokens.open('mail-return', token);
    const address = mail && (await this.invitations.anywhere(mail.invitationId));
    if (!mail || !address) return;
    const { stream, workspaceId } = address;
    // A server may report before its yes to the mail was recorded.
    await this.locks.withLock(mailingLock(stream), async () => {
      const facts: readonly Recorded<InvitationFact>[] = await this.log.readStream<InvitationFact>(stream);
      const asking = facts.find(({ revision }) => revision === mail.revision);
      const issue = facts.findLast((fact) => fact.type === 'InvitationIssued');
      if (!asking || !isMailAsking(asking) || issue?.type !== 'InvitationIssued' || issue.data.email === ERASED) return;
      const { invitationId, email } = issue.data;
      // The same e-mail may have been invited with another id after its person was erased.
      if (asking.data.invitationId !== invitationId) return;
      await this.commands.handle({
        stream,
        decider: invitation,
        context: systemContext(workspaceId, 'returned-mail', asking),
        decide: (state) => recordReturned({ invitationId, askedBy: asking.id, email, recipients }, state),
      });
    });
  }
}
