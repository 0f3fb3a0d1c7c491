import { openChange } from '../workspace/email-change';
import { memberOf, type Workspace } from '../workspace/workspace';
import type { EmailChangeStopped } from '../workspace/workspace.events';

interface Stopping {
  readonly workspaceId: string;
  readonly memberId: string;
  /** null: whichever is open. */
  readonly changeId: string | null;
  readonly by: EmailChangeStopped['data']['by'];
}

/** Nothing when no such change is open. */
export const stopEmailChange = (
  { workspaceId, memberId, changeId, by }: Stopping,
  state: Workspace,
  now: Date,
): readonly EmailChangeStopped[] => {
  const change = openChange(memberOf(state, memberId)?.emailChange, now);
  if (!change || (changeId !== null && change.changeId !== changeId)) return [];
  return [{ type: 'EmailChangeStopped', data: { workspaceId, memberId, changeId: change.changeId, by } }];
};
