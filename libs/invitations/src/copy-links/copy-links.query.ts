import { MOST_PICKED, type InvitationLinks as Links, type MatchingInvitations } from '@linkage/contracts';
import { ERASED, FactLog, fold, ReadModels, type Recorded } from '@linkage/event-sourcing';
import { Installation } from '@linkage/http';
import { InvitationLinks } from '@linkage/vault';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { invitation } from '../invitation/invitation';
import { invitationDirectory } from '../invitation/invitation-directory.projection';
import { SelectedInvitations } from '../list-invitations/selected-invitations.service';
import type { InvitationFact, InvitationIssued } from '../invitation/invitation.events';

const AT_ONCE = 100;

/** Links of several invitations, without those that are withdrawn or not known. */
export class CopyLinks extends Query<Links> {
  constructor(
    readonly workspaceId: string,
    readonly invitationIds: readonly string[],
    /** Instead of ids: at most as many as can be picked. */
    readonly matching?: MatchingInvitations,
  ) {
    super();
  }
}

@QueryHandler(CopyLinks)
export class CopyLinksHandler implements IQueryHandler<CopyLinks> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly selected: SelectedInvitations,
    private readonly log: FactLog,
    private readonly links: InvitationLinks,
    private readonly installation: Installation,
  ) {}

  async execute({ workspaceId, invitationIds, matching }: CopyLinks): Promise<Links> {
    const ids =
      matching === undefined
        ? [...new Set(invitationIds)]
        : await this.selected.matching(workspaceId, matching, MOST_PICKED);
    const known = await this.readModels.getMany(invitationDirectory, ids);
    const links: Links['links'] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = await Promise.all(
        ids.slice(from, from + AT_ONCE).map(async (id) => {
          const address = known.get(id);
          return address?.workspaceId === workspaceId ? this.linkOf(id, address.stream) : [];
        }),
      );
      links.push(...some.flat());
    }
    return { links };
  }

  private async linkOf(invitationId: string, stream: string): Promise<Links['links']> {
    const facts: readonly Recorded<InvitationFact>[] = await this.log.readStream<InvitationFact>(stream);
    const state = fold(invitation, facts);
    if (state.invitationId !== invitationId || state.status !== 'open') return [];
    const issued = facts.findLast((fact): fact is Recorded<InvitationIssued> => fact.type === 'InvitationIssued');
    const name = issued === undefined || issued.data.name === ERASED ? '' : issued.data.name;
    const url = `${this.installation.publicUrl}/connect/${await this.links.make(invitationId, state.linkVersion)}`;
    return [{ invitationId, name, url }];
  }
}
