import { Erasures, FactLog, fold, LogUnavailable } from '@linkage/event-sourcing';
import type { SignedInMember } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import { workspace, workspaceStream } from './workspace';
import type { WorkspaceFact } from './workspace.events';

const MOST = 10_000;

/**
 * A member as the log knows them: read from the workspace's own stream, so a member who has just joined is there. While the log is away, as it
 * knew them last: whether they are signed in, the vault says, and what they may read is not in the log.
 */
@Injectable()
export class Members {
  private readonly seen = new Map<string, SignedInMember>();

  constructor(
    private readonly log: FactLog,
    erasures: Erasures,
  ) {
    erasures.erased.subscribe(() => this.seen.clear());
  }

  /** undefined when the workspace has no such member (any more). @throws LogUnavailable when it is away and this process has never seen them */
  async find(workspaceId: string, memberId: string): Promise<SignedInMember | undefined> {
    try {
      const member = await this.read(workspaceId, memberId);
      this.remember(memberId, member);
      return member;
    } catch (error) {
      const known = this.seen.get(memberId);
      if (!(error instanceof LogUnavailable) || known?.workspaceId !== workspaceId) throw error;
      return known;
    }
  }

  private remember(memberId: string, member: SignedInMember | undefined): void {
    this.seen.delete(memberId);
    if (member) this.seen.set(memberId, member);
    const [oldest] = this.seen.keys();
    if (this.seen.size > MOST && oldest !== undefined) this.seen.delete(oldest);
  }

  private async read(workspaceId: string, memberId: string): Promise<SignedInMember | undefined> {
    const { name: workspaceName, members } = fold(
      workspace,
      await this.log.readStream<WorkspaceFact>(workspaceStream(workspaceId)),
    );
    const member = members.find((one) => one.memberId === memberId);
    return member && workspaceName !== null ? { ...member, workspaceId, workspaceName } : undefined;
  }
}
