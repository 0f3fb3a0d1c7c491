import { FactLog, fold } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { Credentials, type Credential } from './credentials.service';
import { memberOf, workspace, workspaceStream } from './workspace';
import type { WorkspaceFact } from './workspace.events';

interface FoundCredential {
  readonly place: string;
  readonly credential: Credential;
}

/**
 * Which place is taken, by the log: a vault that was restored may be a little newer. A credential of a member that the
 * log does not know opens nothing, and keeps its e-mail from no other.
 */
@Injectable()
export class CredentialPlaces {
  constructor(
    private readonly credentials: Credentials,
    private readonly log: FactLog,
  ) {}

  /** Elsewhere, where the log knows the member by another e-mail and the vault has nothing for it: there it opens. */
  async find(place: string): Promise<FoundCredential | undefined> {
    const credential = await this.credentials.get(place);
    if (!credential) return undefined;
    const { workspaceId, memberId, pending } = credential;
    if (pending !== null) return { place, credential };
    const facts = await this.log.readStream<WorkspaceFact>(workspaceStream(workspaceId));
    const member = memberOf(fold(workspace, facts), memberId);
    if (!member) return undefined;
    const home = await this.credentials.placeOf(member.email);
    // While an e-mail changes there are two places for a moment, and both are the member's.
    const isMoved = home !== place && (await this.credentials.putNew(home, credential));
    return { place: isMoved ? home : place, credential };
  }

  /** False: this place is taken. */
  async take(place: string, fresh: Credential): Promise<boolean> {
    if (await this.credentials.putNew(place, fresh)) return true;
    const there = await this.credentials.get(place);
    if (!there || (await this.find(place))?.place === place) return false;
    return this.credentials.replace(place, there, fresh);
  }
}
