import { isSettled, openChange } from '../workspace/email-change';
import { memberOf, type Workspace } from '../workspace/workspace';
import type { EmailChangeMailRequested } from '../workspace/workspace.events';

/** Nothing when no change is open. */
export const sendEmailChangeAgain = (
  { workspaceId, memberId }: { readonly workspaceId: string; readonly memberId: string },
  state: Workspace,
  now: Date,
): readonly EmailChangeMailRequested[] => {
  const change = openChange(memberOf(state, memberId)?.emailChange, now);
  return change && !isSettled(change)
    ? [{ type: 'EmailChangeMailRequested', data: { workspaceId, memberId, changeId: change.changeId } }]
    : [];
};
