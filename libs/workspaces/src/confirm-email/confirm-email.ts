import { memberOf, type Workspace } from '../workspace/workspace';
import { confirmationLinkInvalid } from '../workspace/workspace.errors';
import type { EmailConfirmed } from '../workspace/workspace.events';

interface ConfirmingMember {
  readonly workspaceId: string;
  readonly memberId: string;
}

/** Nothing when it is confirmed already. @throws link-invalid for a person who is no member (any more) */
export const confirmEmail = (
  { workspaceId, memberId }: ConfirmingMember,
  state: Workspace,
): readonly EmailConfirmed[] => {
  const member = memberOf(state, memberId);
  if (!member) throw confirmationLinkInvalid();
  return member.emailConfirmed ? [] : [{ type: 'EmailConfirmed', data: { workspaceId, memberId } }];
};
