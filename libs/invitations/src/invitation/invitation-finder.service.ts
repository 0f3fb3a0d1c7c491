import { FactLog, ReadModels } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { invitationDirectory, type InvitationAddress } from './invitation-directory.projection';
import { invitationNotFound } from './invitation.errors';

/** From an invitation's id, as it stands in an address, to where it is kept. */
@Injectable()
export class InvitationFinder {
  constructor(
    private readonly readModels: ReadModels,
    private readonly log: FactLog,
  ) {}

  /** @throws not-found for an unknown id and for one of another workspace, without a difference */
  async find(workspaceId: string, invitationId: string): Promise<InvitationAddress> {
    const address = await this.anywhere(invitationId);
    if (address === undefined || address.workspaceId !== workspaceId) throw invitationNotFound();
    return address;
  }

  /** In whichever workspace: for an id that was not asked for by a member. */
  async anywhere(invitationId: string): Promise<InvitationAddress | undefined> {
    return (await this.readModels.get(invitationDirectory, invitationId)) ?? this.lookAgain(invitationId);
  }

  /** Issued a moment ago, it may not have got about yet: nothing is called unknown before the whole log was read. */
  private async lookAgain(invitationId: string): Promise<InvitationAddress | undefined> {
    const head = await this.log.head();
    if (head === null) return undefined;
    await this.readModels.reached(invitationDirectory, head);
    return this.readModels.get(invitationDirectory, invitationId);
  }
}
