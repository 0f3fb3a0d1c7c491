import { Erasures, FactLog, fold, LogUnavailable } from '@linkage/event-sourcing';
import { asksToConfirmEmail, Installation, type SignedInMember } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { memberOf, workspace, workspaceStream } from './workspace';
import type { WorkspaceFact } from './workspace.events';

const MOST = 10_000;

/**
 * A member as the log knows them: read from the workspace's own stream, so a member who has just joined is there. While
 * the log is away, as it knew them last: whether they are signed in, the vault says, and what they may read is not in
 * the log.
 */
@Injectable()
export class Members {
  private readonly seen = new LRUCache<string, SignedInMember>({ max: MOST });

  constructor(
    private readonly log: FactLog,
    private readonly installation: Installation,
    erasures: Erasures,
  ) {
    erasures.erased.subscribe(() => this.seen.clear());
  }

  /**
   * undefined when the workspace has no such member (any more).
   * @throws LogUnavailable when it is away and this process has never seen them
   */
  async find(workspaceId: string, memberId: string): Promise<SignedInMember | undefined> {
    try {
      const member = await this.read(workspaceId, memberId);
      if (member) this.seen.set(memberId, member);
      else this.seen.delete(memberId);
      return member;
    } catch (error) {
      const known = this.seen.get(memberId);
      if (!(error instanceof LogUnavailable) || known?.workspaceId !== workspaceId) throw error;
      return known;
    }
  }

  private async read(workspaceId: string, memberId: string): Promise<SignedInMember | undefined> {
    const state = fold(workspace, await this.log.readStream<WorkspaceFact>(workspaceStream(workspaceId)));
    const member = memberOf(state, memberId);
    if (!member || state.name === null) return undefined;
    const { name, email, role, emailConfirmed } = member;
    const mustConfirmEmail = asksToConfirmEmail(this.installation) && !emailConfirmed;
    return { memberId, name, email, role, workspaceId, workspaceName: state.name, mustConfirmEmail };
  }
}
