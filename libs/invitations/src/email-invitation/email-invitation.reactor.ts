import { CommandHandling, FactLog, type Reactor, type Recorded } from '@linkage/event-sourcing';
import { Installation, systemContext } from '@linkage/http';
import { MAIL_SENDER, type MailOutcome, type MailSender } from '@linkage/mail';
import { InvitationLinks, Locks } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';
import { invitation, type Invitation } from '../invitation/invitation';
import type { InvitationFact, InvitationIssued, InvitationResendRequested } from '../invitation/invitation.events';
import { invitationEmail } from './invitation-email.template';
import { mailToSend, type MailToSend } from './mail-to-send';
import { mailedNames } from './mailed-names';
import { recordMail, recordNotSent } from './record-mail';

const HOUR_MS = 3_600_000;

type Asking = Recorded<InvitationIssued | InvitationResendRequested>;

/** One mail for each fact that asks for one. What the mail server said becomes a fact; when later can help, the runner tries again, for a day. */
@Injectable()
export class EmailInvitation implements Reactor<InvitationIssued | InvitationResendRequested> {
  readonly name = 'email-invitation';
  readonly streams = ['invitation-'];
  readonly on = ['InvitationIssued', 'InvitationResendRequested'] as const;
  readonly maxAgeMs = 24 * HOUR_MS;

  constructor(
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
    private readonly links: InvitationLinks,
    private readonly locks: Locks,
    private readonly installation: Installation,
    @Inject(MAIL_SENDER) private readonly sender: MailSender,
  ) {}

  /**
   * One at a time for an invitation, in all processes on this vault: a process that gets the fact a second time looks in the log after the first one
   * has recorded what the mail server said.
   */
  react(asking: Asking): Promise<void> {
    return this.alone(asking, async (mail) => {
      const answer = await this.send(mail, asking.id);
      await this.record(asking, (state) =>
        recordMail({ invitationId: mail.invitationId, askedBy: asking.id, answer }, state),
      );
      if (!answer.accepted && answer.temporary) throw new Error(`The invitation mail is tried again: ${answer.reason}`);
    });
  }

  /** A mail that comes days late would surprise: it is recorded as not sent, and a person decides. */
  async giveUp(asking: Asking): Promise<boolean> {
    let unsent = false;
    await this.alone(asking, async ({ invitationId }) => {
      await this.record(asking, (state) => recordNotSent({ invitationId, askedBy: asking.id }, state));
      unsent = true;
    });
    return unsent;
  }

  /** Works on the mail that the fact asks for, if there is any left to send. */
  private alone(asking: Asking, work: (mail: MailToSend) => Promise<void>): Promise<void> {
    return this.locks.withLock(`email-invitation:${asking.stream}`, async () => {
      const mail = mailToSend(await this.log.readStream<InvitationFact>(asking.stream), asking.id);
      if (mail !== null) await work(mail);
    });
  }

  private async record(asking: Asking, decide: (state: Invitation) => readonly InvitationFact[]): Promise<void> {
    const context = systemContext(asking.workspaceId, this.name, asking);
    await this.commands.handle({ stream: asking.stream, decider: invitation, context, decide });
  }

  /** The message id follows from the fact: if the answer got lost, the same mail goes out again and can be known as a double. */
  private async send(
    { invitationId, name, email, brandName, invitedBy, linkVersion }: MailToSend,
    askedBy: string,
  ): Promise<MailOutcome> {
    const link = `${this.installation.publicUrl}/connect/${await this.links.make(invitationId, linkVersion)}`;
    const names = mailedNames({ name, brandName, invitedBy });
    return this.sender.send({
      ...invitationEmail({ names, email, link }),
      to: { name: names.name, address: email },
      fromName: names.brandName,
      messageId: `invitation.${askedBy}`,
    });
  }
}
