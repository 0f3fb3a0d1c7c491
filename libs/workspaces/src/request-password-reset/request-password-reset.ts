import { memberOf, type Workspace } from '../workspace/workspace';
import type { PasswordResetRequested } from '../workspace/workspace.events';

/** Nothing for an e-mail without a member (any more). */
export const requestPasswordReset = (
  { workspaceId, memberId }: { readonly workspaceId: string; readonly memberId: string },
  state: Workspace,
): readonly PasswordResetRequested[] =>
  memberOf(state, memberId) ? [{ type: 'PasswordResetRequested', data: { workspaceId, memberId } }] : [];
