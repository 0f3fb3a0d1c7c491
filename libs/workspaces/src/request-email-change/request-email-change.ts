import { openUntil, waitEnds } from '../workspace/email-change';
import { memberOf, type Workspace } from '../workspace/workspace';
import type { EmailChangeRequested } from '../workspace/workspace.events';

interface Asked {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly changeId: string;
  readonly email: string;
  /** An address that was never confirmed may be another person's: that person is told, and not asked. */
  readonly confirmsFormer: boolean;
}

/** One that is open already gives way. Nothing for a person who is no member (any more). */
export const requestEmailChange = (asked: Asked, state: Workspace, now: Date): readonly EmailChangeRequested[] =>
  memberOf(state, asked.memberId)
    ? [{ type: 'EmailChangeRequested', data: { ...asked, aloneFrom: waitEnds(now), until: openUntil(now) } }]
    : [];
