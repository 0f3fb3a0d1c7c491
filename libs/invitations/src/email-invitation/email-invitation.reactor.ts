import { CLOCK, CommandHandling, FactLog, type Clock, type Reactor, type Recorded } from '@linkage/event-sourcing';
import { Installation, systemContext } from '@linkage/http';
import { MAIL_SENDER, type MailOutcome, type MailSender } from '@linkage/mail';
import { InvitationLinks, Locks } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';
import { invitation } from '../invitation/invitation';
import type { InvitationFact, InvitationIssued, InvitationResendRequested } from '../invitation/invitation.events';
import { invitationEmail } from './invitation-email.template';
import { mailToSend, type MailToSend } from './mail-to-send';
import { recordMail } from './record-mail';

const HOUR_MS = 3_600_000;

/** One mail for each fact that asks for one. What the mail server said becomes a fact; when later can help, the runner tries again. */
@Injectable()
export class EmailInvitation implements Reactor<InvitationIssued | InvitationResendRequested> {
  readonly name = 'email-invitation';
  readonly streams = ['invitation-'];
  readonly on = ['InvitationIssued', 'InvitationResendRequested'] as const;
  readonly maxAgeMs = 24 * HOUR_MS;
  /** Trying for this long is enough; the last hour of the maximum age is left for saying so. */
  private readonly patienceMs = 23 * HOUR_MS;

  constructor(
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
    private readonly links: InvitationLinks,
    private readonly locks: Locks,
    private readonly installation: Installation,
    @Inject(MAIL_SENDER) private readonly sender: MailSender,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One at a time for an invitation, in all processes on this vault: whoever gets the fact a second time looks in the log after the first one has
   * recorded what the mail server said.
   */
  react(asking: Recorded<InvitationIssued | InvitationResendRequested>): Promise<void> {
    return this.locks.withLock(`email-invitation:${asking.stream}`, () => this.sendOnce(asking));
  }

  private async sendOnce(asking: Recorded<InvitationIssued | InvitationResendRequested>): Promise<void> {
    const mail = mailToSend(await this.log.readStream<InvitationFact>(asking.stream), asking.id);
    if (mail === null) return;
    const answer = await this.send(mail, asking.id);
    const lastTry = this.clock.now().getTime() - Date.parse(asking.at) > this.patienceMs;
    await this.commands.handle({
      stream: asking.stream,
      decider: invitation,
      context: systemContext(asking.workspaceId, this.name, asking),
      decide: (state) => recordMail({ invitationId: mail.invitationId, askedBy: asking.id, answer, lastTry }, state),
    });
    if (!answer.accepted && answer.temporary && !lastTry)
      throw new Error(`The invitation mail is tried again: ${answer.reason}`);
  }

  /** The message id follows from the fact: if the answer got lost, the same mail goes out again and can be known as a double. */
  private async send(
    { invitationId, name, email, brandName, invitedBy, linkVersion }: MailToSend,
    askedBy: string,
  ): Promise<MailOutcome> {
    const link = `${this.installation.publicUrl}/connect/${await this.links.make(invitationId, linkVersion)}`;
    return this.sender.send({
      ...invitationEmail({ name, email, brandName, invitedBy, link }),
      to: { name, address: email },
      fromName: brandName,
      messageId: `invitation.${askedBy}`,
    });
  }
}
