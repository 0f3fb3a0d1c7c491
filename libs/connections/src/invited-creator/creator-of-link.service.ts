import { FactLog, LogUnavailable, ReadModels } from '@linkage/event-sourcing';
import { InvitationLinks } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { linkNotFound, linkWithdrawn } from './invited-creator.errors';
import { invitedCreators, type InvitedCreator } from './invited-creators.projection';

/**
 * Whom a link stands for. `works`: false once its invitation was withdrawn; then it only lets its holder disconnect.
 */
interface RecognisedLink {
  readonly creator: InvitedCreator;
  readonly works: boolean;
}

/** The creator that a microsite link stands for. The link itself is the permission to act for this creator. */
@Injectable()
export class CreatorOfLink {
  constructor(
    private readonly readModels: ReadModels,
    private readonly log: FactLog,
    private readonly links: InvitationLinks,
  ) {}

  /** @throws not-found for a tampered or unknown link; invitation-withdrawn for one that only disconnects any more */
  async find(link: string): Promise<InvitedCreator> {
    const { creator, works } = await this.recognise(link);
    if (!works) throw linkWithdrawn();
    return creator;
  }

  /** Every link that ever worked. @throws not-found for a tampered or unknown link, without a difference */
  async recognise(link: string): Promise<RecognisedLink> {
    const invitationId = this.links.parse(link);
    const creator = invitationId === null ? undefined : await this.look(invitationId);
    if (creator === undefined) throw linkNotFound();
    if (!creator.withdrawn && (await this.links.matches(link, creator.invitationId, creator.linkVersion)))
      return { creator, works: true };
    for (const version of creator.endedLinkVersions)
      if (await this.links.matches(link, creator.invitationId, version)) return { creator, works: false };
    throw linkNotFound();
  }

  /**
   * What has happened up to now is waited for: a mail may be opened before the read model has heard of it, and a
   * withdrawal stops the link at once. A log that is away is not.
   */
  private async look(invitationId: string): Promise<InvitedCreator | undefined> {
    const head = await this.log.head().catch(ifAway);
    if (head !== null) await this.readModels.reached(invitedCreators, head);
    return this.readModels.get(invitedCreators, invitationId);
  }
}

const ifAway = (error: unknown): null => {
  if (error instanceof LogUnavailable) return null;
  throw error;
};
