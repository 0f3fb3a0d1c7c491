import { ERASED, FactLog } from '@linkage/event-sourcing';
import { asksToConfirmEmail, Installation } from '@linkage/http';
import type { WorkspaceFact } from '@linkage/published-facts';
import { Injectable } from '@nestjs/common';

/** Where answers to a mail go: to the member who invites, once it is known that the address is theirs. */
@Injectable()
export class ReplyAddresses {
  constructor(
    private readonly log: FactLog,
    private readonly installation: Installation,
  ) {}

  /** null: the address is not confirmed, or the member was erased. */
  async of(workspaceId: string, memberId: string | null): Promise<string | null> {
    if (memberId === null) return null;
    const facts = await this.log.readStream<WorkspaceFact>(`workspace-${workspaceId}`);
    const ofMember = facts.filter(({ data }) => 'memberId' in data && data.memberId === memberId);
    const email = ofMember.reduce<string | null>(
      (known, { type, data }) => (type === 'MemberJoined' || type === 'EmailChanged' ? data.email : known),
      null,
    );
    // A new address was confirmed before it became the member's.
    const isConfirmed =
      !asksToConfirmEmail(this.installation) ||
      ofMember.some(({ type }) => type === 'EmailConfirmed' || type === 'EmailChanged');
    return email === ERASED || !isConfirmed ? null : email;
  }
}
