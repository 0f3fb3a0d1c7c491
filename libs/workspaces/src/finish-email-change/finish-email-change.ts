import { mayFinishAlone, openChange } from '../workspace/email-change';
import { memberOf, type Workspace } from '../workspace/workspace';
import { emailChangeWaits } from '../workspace/workspace.errors';
import type { EmailChangeConfirmed } from '../workspace/workspace.events';

/** @throws conflict while the new address is not confirmed, or the reader of the former one may still answer */
export const finishEmailChange = (
  { workspaceId, memberId }: { readonly workspaceId: string; readonly memberId: string },
  state: Workspace,
  now: Date,
): readonly EmailChangeConfirmed[] => {
  const change = openChange(memberOf(state, memberId)?.emailChange, now);
  if (!change || !mayFinishAlone(change, now)) throw emailChangeWaits();
  const { changeId } = change;
  return [{ type: 'EmailChangeConfirmed', data: { workspaceId, memberId, changeId, side: 'member' } }];
};
