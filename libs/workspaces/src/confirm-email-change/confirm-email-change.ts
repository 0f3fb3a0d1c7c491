import { openChange } from '../workspace/email-change';
import { memberOf, type Workspace } from '../workspace/workspace';
import { emailChangeLinkInvalid } from '../workspace/workspace.errors';
import type { EmailChangeConfirmed } from '../workspace/workspace.events';

type Confirming = EmailChangeConfirmed['data'];

/** Nothing when this side has confirmed already. @throws link-invalid for a change that is not open (any more) */
export const confirmEmailChange = (
  { workspaceId, memberId, changeId, side }: Confirming,
  state: Workspace,
  now: Date,
): readonly EmailChangeConfirmed[] => {
  const change = openChange(memberOf(state, memberId)?.emailChange, now);
  if (change?.changeId !== changeId) throw emailChangeLinkInvalid();
  return change.confirmed.includes(side)
    ? []
    : [{ type: 'EmailChangeConfirmed', data: { workspaceId, memberId, changeId, side } }];
};
