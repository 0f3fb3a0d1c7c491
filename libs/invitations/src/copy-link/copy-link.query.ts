import type { InvitationLink } from '@linkage/contracts';
import { FactLog, fold } from '@linkage/event-sourcing';
import { Installation } from '@linkage/http';
import { InvitationLinks } from '@linkage/vault';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { expectInvitation } from '../invitation/expect-invitation';
import { invitation } from '../invitation/invitation';
import { InvitationFinder } from '../invitation/invitation-finder.service';
import { invitationWithdrawn } from '../invitation/invitation.errors';
import type { InvitationFact } from '../invitation/invitation.events';

/**
 * The link of an invitation, the same as in its mail. It is worked out when asked for; no log and no read model holds
 * it.
 */
export class CopyLink extends Query<InvitationLink> {
  constructor(
    readonly workspaceId: string,
    readonly invitationId: string,
  ) {
    super();
  }
}

@QueryHandler(CopyLink)
export class CopyLinkHandler implements IQueryHandler<CopyLink> {
  constructor(
    private readonly invitations: InvitationFinder,
    private readonly log: FactLog,
    private readonly links: InvitationLinks,
    private readonly installation: Installation,
  ) {}

  async execute({ workspaceId, invitationId }: CopyLink): Promise<InvitationLink> {
    const { stream } = await this.invitations.find(workspaceId, invitationId);
    const state = fold(invitation, await this.log.readStream<InvitationFact>(stream));
    const { status, linkVersion } = expectInvitation(invitationId, state);
    if (status !== 'open') throw invitationWithdrawn();
    return { url: `${this.installation.publicUrl}/connect/${await this.links.make(invitationId, linkVersion)}` };
  }
}
