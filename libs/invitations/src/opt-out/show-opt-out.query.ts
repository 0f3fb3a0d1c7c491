import { FactLog, fold } from '@linkage/event-sourcing';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { invitation } from '../invitation/invitation';
import type { InvitationFact } from '../invitation/invitation.events';
import { InvitationFinder } from '../invitation/invitation-finder.service';
import { MailTokens } from '../invitation/mail-tokens.service';

export interface OptOutShown {
  readonly brandName: string;
  readonly optedOut: boolean;
}

/** For the page that a mail's footer leads to; null: the link is none of ours. Reads the log, which is never late. */
export class ShowOptOut extends Query<OptOutShown | null> {
  constructor(readonly token: string) {
    super();
  }
}

@QueryHandler(ShowOptOut)
export class ShowOptOutHandler implements IQueryHandler<ShowOptOut> {
  constructor(
    private readonly log: FactLog,
    private readonly invitations: InvitationFinder,
    private readonly tokens: MailTokens,
  ) {}

  async execute({ token }: ShowOptOut): Promise<OptOutShown | null> {
    const mail = await this.tokens.open('mail-opt-out', token);
    const address = mail && (await this.invitations.anywhere(mail.invitationId));
    if (!address) return null;
    const facts = await this.log.readStream<InvitationFact>(address.stream);
    const issue = facts.findLast((fact) => fact.type === 'InvitationIssued');
    if (issue?.type !== 'InvitationIssued') return null;
    return { brandName: issue.data.brandName, optedOut: fold(invitation, facts).optedOut };
  }
}
