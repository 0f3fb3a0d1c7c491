import type { MessagePreview, WrittenMessage } from '@linkage/contracts';
import { FactLog, fold } from '@linkage/event-sourcing';
import { Installation, type SignedInMember } from '@linkage/http';
import { InvitationLinks } from '@linkage/vault';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { invitationEmail, type InvitationEmail } from '../message-template/invitation-email.service';
import { mailedNames } from '../message-template/mailed-names';
import { expectInvitation } from '../invitation/expect-invitation';
import { invitation } from '../invitation/invitation';
import { invitationNotFound, invitationWithdrawn } from '../invitation/invitation.errors';
import type { InvitationFact } from '../invitation/invitation.events';
import { OptOutLinks } from '../invitation/opt-out-links.service';
import { InvitationFinder } from '../invitation/invitation-finder.service';
import { ReplyAddresses } from '../message-template/reply-addresses.service';

/** For whom a message is shown: a creator that is not invited yet, or an invitation. */
export type PreviewFor = { readonly name: string; readonly email: string } | { readonly invitationId: string };

/** The mail that a message becomes, by the same renderer that sends it. */
export class PreviewMessage extends Query<MessagePreview> {
  constructor(
    readonly message: WrittenMessage,
    readonly reader: PreviewFor,
    readonly member: SignedInMember,
  ) {
    super();
  }
}

/** Everything of the mail but what it says. */
interface Frame extends Omit<InvitationEmail, 'message'> {
  readonly inviterId: string | null;
}

@QueryHandler(PreviewMessage)
export class PreviewMessageHandler implements IQueryHandler<PreviewMessage> {
  constructor(
    private readonly invitations: InvitationFinder,
    private readonly log: FactLog,
    private readonly links: InvitationLinks,
    private readonly optOutLinks: OptOutLinks,
    private readonly installation: Installation,
    private readonly replies: ReplyAddresses,
  ) {}

  async execute({ message, reader, member }: PreviewMessage): Promise<MessagePreview> {
    const { inviterId, ...frame } =
      'invitationId' in reader
        ? await this.existing(member.workspaceId, reader.invitationId)
        : this.coming(reader, member);
    const mail = invitationEmail({ ...frame, message });
    const replyTo = await this.replies.of(member.workspaceId, inviterId);
    return { ...mail, from: frame.names.brandName, replyTo };
  }

  private coming({ name, email }: { readonly name: string; readonly email: string }, member: SignedInMember): Frame {
    const names = mailedNames({ name, brandName: member.workspaceName, invitedBy: member.name });
    const { example: optOutUrl } = this.optOutLinks;
    return { names, email, link: this.linkOf('example'), optOutUrl, inviterId: member.memberId };
  }

  /** @throws not-found, invitation-withdrawn */
  private async existing(workspaceId: string, invitationId: string): Promise<Frame> {
    const { stream } = await this.invitations.find(workspaceId, invitationId);
    const facts = await this.log.readStream<InvitationFact>(stream);
    const { status, linkVersion } = expectInvitation(invitationId, fold(invitation, facts));
    if (status !== 'open') throw invitationWithdrawn();
    const issued = facts.findLast((fact) => fact.type === 'InvitationIssued');
    if (issued?.type !== 'InvitationIssued') throw invitationNotFound();
    return {
      names: mailedNames(issued.data),
      email: issued.data.email,
      link: this.linkOf(await this.links.make(invitationId, linkVersion)),
      optOutUrl: await this.optOutLinks.of(invitationId),
      inviterId: issued.actor.kind === 'member' ? issued.actor.id : null,
    };
  }

  private linkOf(link: string): string {
    return `${this.installation.publicUrl}/connect/${link}`;
  }
}
