import { CLOCK, CommandHandling, FactLog, fold, type Clock, type Recorded } from '@linkage/event-sourcing';
import { Installation, systemContext } from '@linkage/http';
import { MAIL_SENDER, type MailOutcome, type MailSender } from '@linkage/mail';
import { InvitationLinks, Locks } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';
import { invitation, type Invitation } from '../invitation/invitation';
import type { InvitationFact } from '../invitation/invitation.events';
import type { LostAccountNamed } from '../invitation/lost-accounts.projection';
import { LostAccounts } from '../invitation/lost-accounts.service';
import { mailingLock } from '../invitation/mail-asking';
import { MAIL_MAX_AGE_MS, nextTry } from '../invitation/next-try';
import { ReplyAddresses } from '../message-template/reply-addresses.service';
import { invitationEmail } from '../message-template/invitation-email.service';
import { MailMessages } from './mail-messages.service';
import { MailTokens } from '../invitation/mail-tokens.service';
import { OptOutLinks } from '../invitation/opt-out-links.service';
import { mailToSend, type MailToSend } from './mail-to-send';
import { mailedNames } from '../message-template/mailed-names';
import { reconnectEmail } from './reconnect-email.service';
import { recordMail, recordNotSent } from './record-mail';

const NAME = 'email-invitation';

/**
 * What came of it. `nothing`: there was nothing to send. `withdrawn`: there is nothing to send unless the withdrawal is
 * undone. `early`: its time has not come. `busy`: another process works on a mail of this invitation. `unreachable`:
 * our own mail server gave no answer.
 */
export type Delivered =
  'accepted' | 'refused' | 'deferred' | 'unreachable' | 'too-old' | 'nothing' | 'withdrawn' | 'early' | 'busy';

/**
 * One mail, sent at most once whatever happens: what the log says is looked at and written under the invitation's lock.
 */
@Injectable()
export class MailDelivery {
  constructor(
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
    private readonly links: InvitationLinks,
    private readonly locks: Locks,
    private readonly accounts: LostAccounts,
    private readonly messages: MailMessages,
    private readonly replies: ReplyAddresses,
    private readonly installation: Installation,
    private readonly tokens: MailTokens,
    private readonly optOutLinks: OptOutLinks,
    @Inject(MAIL_SENDER) private readonly sender: MailSender,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `lastTry`: however old it is, and not again if that fails. */
  async deliver(stream: string, askedBy: string, options: { readonly lastTry?: boolean } = {}): Promise<Delivered> {
    const delivered = await this.locks.tryLock(mailingLock(stream), async (lost) => {
      const facts = await this.log.readStream<InvitationFact>(stream);
      const asking = facts.find(({ id }) => id === askedBy);
      const mail = mailToSend(facts, askedBy, this.clock.now());
      if (mail === null || asking === undefined)
        return fold(invitation, facts).status === 'withdrawn' ? 'withdrawn' : 'nothing';
      return this.work({ asking, mail, lost, lastTry: options.lastTry ?? false, failed: failures(facts, askedBy) });
    });
    return delivered ?? 'busy';
  }

  private async work({ asking, mail, lost, lastTry, failed }: Work): Promise<Delivered> {
    const now = this.clock.now();
    if (mail.sendFrom !== null && now < new Date(mail.sendFrom)) return 'early';
    if (!lastTry && now.getTime() - Date.parse(asking.at) > MAIL_MAX_AGE_MS) return this.giveUp(asking, mail);
    if (mail.optedOut) return this.notSent(asking, mail, 'opted-out');
    const { invitationId, reconnect } = mail;
    const stopped = reconnect === null ? null : await this.stillLost(invitationId, reconnect);
    // Another process may be sending it, and this one finds in the log what became of it.
    lost.throwIfAborted();
    if (stopped?.length === 0) return this.notSent(asking, mail, 'not-needed');
    const answer = await this.send(mail, stopped, asking);
    const next = lastTry ? null : nextTry(asking.at, failed + 1, this.clock.now());
    await this.record(asking, (state) =>
      recordMail({ invitationId, askedBy: asking.id, answer, nextTry: next }, state),
    );
    if (answer.accepted) return 'accepted';
    if (!answer.temporary) return 'refused';
    if (next === null) return this.giveUp(asking, mail);
    return answer.unreachable ? 'unreachable' : 'deferred';
  }

  /** A mail that comes days late would surprise: it is recorded as not sent, and a person decides. */
  private async giveUp(asking: Recorded<InvitationFact>, { invitationId }: MailToSend): Promise<Delivered> {
    await this.record(asking, (state) =>
      recordNotSent({ invitationId, askedBy: asking.id, reason: 'waited-too-long' }, state),
    );
    return 'too-old';
  }

  private async notSent(
    asking: Recorded<InvitationFact>,
    { invitationId }: MailToSend,
    reason: 'not-needed' | 'opted-out',
  ): Promise<Delivered> {
    await this.record(asking, (state) => recordNotSent({ invitationId, askedBy: asking.id, reason }, state));
    return 'nothing';
  }

  private async record(
    asking: Recorded<InvitationFact>,
    decide: (state: Invitation) => readonly InvitationFact[],
  ): Promise<void> {
    const context = systemContext(asking.workspaceId, NAME, asking);
    await this.commands.handle({ stream: asking.stream, decider: invitation, context, decide });
  }

  /** Of the accounts that were asked for, those that neither work again nor were disconnected meanwhile. */
  private async stillLost(
    invitationId: string,
    asked: NonNullable<MailToSend['reconnect']>,
  ): Promise<readonly LostAccountNamed[]> {
    const lost = await this.accounts.named(invitationId);
    return lost.filter(({ accountId }) => asked.some((account) => account.accountId === accountId));
  }

  /**
   * The message id follows from the fact: if the answer got lost, the same mail goes out again and can be known as a
   * double.
   */
  private async send(
    { invitationId, name, email, brandName, invitedBy, linkVersion, words, inviterId }: MailToSend,
    lost: readonly LostAccountNamed[] | null,
    asking: Recorded<InvitationFact>,
  ): Promise<MailOutcome> {
    const link = `${this.installation.publicUrl}/connect/${await this.links.make(invitationId, linkVersion)}`;
    const optOutUrl = await this.optOutLinks.of(invitationId);
    const names = mailedNames({ name, brandName, invitedBy });
    const replyTo = await this.replies.of(asking.workspaceId, inviterId);
    const message = await this.messages.textOf(asking.workspaceId, words);
    return this.sender.send({
      ...(lost === null
        ? invitationEmail({ names, email, link, message, optOutUrl })
        : reconnectEmail({ names, accounts: lost, link, optOutUrl })),
      to: { name: names.name, address: email },
      fromName: names.brandName,
      ...(replyTo !== null && { replyTo: { name: names.invitedBy, address: replyTo } }),
      messageId: `invitation.${asking.id}`,
      returnToken: await this.tokens.make('mail-return', { invitationId, revision: asking.revision }),
      optOutUrl,
    });
  }
}

interface Work {
  readonly asking: Recorded<InvitationFact>;
  readonly mail: MailToSend;
  readonly lost: AbortSignal;
  readonly lastTry: boolean;
  readonly failed: number;
}

const failures = (facts: readonly Recorded<InvitationFact>[], askedBy: string): number =>
  facts.filter((fact) => fact.type === 'InvitationEmailFailed' && fact.data.causedBy === askedBy).length;
