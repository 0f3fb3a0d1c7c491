import { domainToUnicode } from 'node:url';
import { foldEmail, formerlyFoldedEmail, LONGEST_EMAIL } from '@linkage/contracts';
import { ERASED, FactLog } from '@linkage/event-sourcing';
import { KeyedHashes } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import type { InvitationFact } from './invitation.events';

/** `ß` is the only letter by which the former rule took one host name for another one, in ASCII. */
const mayHaveTwin = (folded: string): boolean => folded.slice(folded.lastIndexOf('@')).includes('ss');

/** What the former rule made of it, as typed and as it is read; none where both rules agree. */
const formerNames = (email: string, folded: string): readonly string[] => {
  const at = folded.lastIndexOf('@') + 1;
  const asRead = folded.slice(0, at) + domainToUnicode(folded.slice(at));
  const names = [email, ...(asRead.length > LONGEST_EMAIL ? [] : [asRead])].map(formerlyFoldedEmail);
  return [...new Set(names)].filter((name) => name !== folded);
};

/**
 * Names of invitations' streams: from workspace and folded e-mail, under the workspace's key. Streams named by the
 * former rule of folding keep their names; an e-mail whose stream by that rule belongs to another e-mail has one by the
 * second rule (ADR 18).
 */
@Injectable()
export class InvitationStreams {
  constructor(
    private readonly hashes: KeyedHashes,
    private readonly log: FactLog,
  ) {}

  /** The stream that this e-mail's invitation is in, or will be. */
  async of(workspaceId: string, email: string): Promise<string> {
    const folded = foldEmail(email);
    for (const formerly of formerNames(email, folded)) {
      const former = await this.name(workspaceId, formerly);
      if ((await this.holderOf(former)) === folded) return former;
    }
    const usual = await this.name(workspaceId, folded);
    const isAnothers = mayHaveTwin(folded) && ((await this.holderOf(usual)) ?? folded) !== folded;
    return isAnothers ? this.name(workspaceId, `2:${folded}`) : usual;
  }

  private async name(workspaceId: string, email: string): Promise<string> {
    return `invitation-${await this.hashes.ofWorkspace(workspaceId, `invitation:${email}`)}`;
  }

  /** Whose stream it is, folded; undefined: it is free, or its person was erased. */
  private async holderOf(stream: string): Promise<string | undefined> {
    const [first] = await this.log.readStream<InvitationFact>(stream, { limit: 1 });
    return first?.type === 'InvitationIssued' && first.data.email !== ERASED ? foldEmail(first.data.email) : undefined;
  }
}
