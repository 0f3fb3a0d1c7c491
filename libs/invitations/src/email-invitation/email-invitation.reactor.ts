import { ParkFact, type Given, type Reactor, type Recorded } from '@linkage/event-sourcing';
import { Installation } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import type { InvitationEmailNotSent } from '../invitation/invitation.events';
import { isMailAsking, mailAskingTypes, type MailAsking } from '../invitation/mail-asking';
import { MailOutbox } from './mail-outbox.service';
import { MailDelivery } from './mail-delivery.service';

/**
 * One mail for each fact that asks for one. The outbox sends it behind the fact's acknowledgement, so that a mail that
 * is tried for days holds back no other. What the outbox gave up is parked here, for the operator.
 */
@Injectable()
export class EmailInvitation implements Reactor<MailAsking | InvitationEmailNotSent> {
  readonly name = 'email-invitation';
  readonly streams = ['invitation-'];
  readonly on = [...mailAskingTypes, 'InvitationEmailNotSent'] as const;
  readonly maxAgeMs = Number.POSITIVE_INFINITY;

  constructor(
    readonly afterwork: MailOutbox,
    private readonly delivery: MailDelivery,
    private readonly installation: Installation,
  ) {}

  async react(fact: Recorded<MailAsking | InvitationEmailNotSent>, { replayed }: Given): Promise<void> {
    if (replayed) {
      if (!this.installation.sendsMail) throw new ParkFact('There is no mail server (LINKAGE_MAIL=none).');
      // Parked before there was an outbox, it is the asking itself.
      const askedBy = isMailAsking(fact) ? fact.id : fact.data.causedBy;
      const delivered = await this.delivery.deliver(fact.stream, askedBy, { lastTry: true });
      if (delivered === 'busy') throw new Error('Another mail of this invitation is being sent.');
    } else if (!isMailAsking(fact) && fact.data.reason === 'waited-too-long')
      throw new ParkFact('The mail server did not take the mail within 72 hours.');
  }
}
