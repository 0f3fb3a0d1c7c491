import type { MemberEmail } from '@linkage/contracts';
import { FactLog, fold, type Clock } from '@linkage/event-sourcing';
import type { SignedInMember } from '@linkage/http';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { SESSION_CLOCK } from '../session/session-clock';
import { memberOf, workspace, workspaceStream } from '../workspace/workspace';
import type { WorkspaceFact } from '../workspace/workspace.events';
import { toEmailChangeStatus } from './email-status.mapper';

/** The e-mail of the member, and how a change of it stands. */
export class ShowEmail extends Query<MemberEmail> {
  constructor(readonly member: SignedInMember) {
    super();
  }
}

/** Read from the log, so that an answer comes after what was done just now. */
@QueryHandler(ShowEmail)
export class ShowEmailHandler implements IQueryHandler<ShowEmail> {
  constructor(
    private readonly log: FactLog,
    @Inject(SESSION_CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ member: { workspaceId, memberId, email } }: ShowEmail): Promise<MemberEmail> {
    const state = fold(workspace, await this.log.readStream<WorkspaceFact>(workspaceStream(workspaceId)));
    const member = memberOf(state, memberId);
    const now = this.clock.now();
    return {
      email: member?.email ?? email,
      change: toEmailChangeStatus(member?.emailChange, now),
      now: now.toISOString(),
    };
  }
}
