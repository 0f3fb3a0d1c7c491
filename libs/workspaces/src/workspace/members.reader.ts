import { FactLog, fold } from '@linkage/event-sourcing';
import type { SignedInMember } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import { workspace, workspaceStream } from './workspace';
import type { WorkspaceFact } from './workspace.events';

/** A member as the log knows them: read from the workspace's own stream, so a member who has just joined is there. */
@Injectable()
export class Members {
  constructor(private readonly log: FactLog) {}

  /** undefined when the workspace has no such member (any more). */
  async find(workspaceId: string, memberId: string): Promise<SignedInMember | undefined> {
    const { name: workspaceName, members } = fold(workspace, await this.log.readStream<WorkspaceFact>(workspaceStream(workspaceId)));
    const member = members.find((one) => one.memberId === memberId);
    return member && workspaceName !== null ? { ...member, workspaceId, workspaceName } : undefined;
  }
}
