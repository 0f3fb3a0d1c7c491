import { FactLog, ReadModels } from '@linkage/event-sourcing';
import { InvitationLinks } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { linkNotFound } from './invited-creator.errors';
import { invitedCreators, type InvitedCreator } from './invited-creators.projection';

/** Who a microsite link stands for. The link itself is the permission to act for this creator. */
@Injectable()
export class CreatorOfLink {
  constructor(
    private readonly readModels: ReadModels,
    private readonly log: FactLog,
    private readonly links: InvitationLinks,
  ) {}

  /** @throws not-found for a tampered, unknown or withdrawn link, without a difference */
  async find(link: string): Promise<InvitedCreator> {
    const invitationId = this.links.parse(link);
    const creator = invitationId === null ? undefined : await this.look(invitationId);
    if (creator === undefined || creator.withdrawn) throw linkNotFound();
    if (!(await this.links.matches(link, creator.invitationId, creator.linkVersion))) throw linkNotFound();
    return creator;
  }

  /** A mail may be opened before the read model has heard of it: then it is given the time to catch up. */
  private async look(invitationId: string): Promise<InvitedCreator | undefined> {
    const known = await this.readModels.get(invitedCreators, invitationId);
    const head = known === undefined ? await this.log.head() : null;
    if (head === null) return known;
    await this.readModels.reached(invitedCreators, head);
    return this.readModels.get(invitedCreators, invitationId);
  }
}
