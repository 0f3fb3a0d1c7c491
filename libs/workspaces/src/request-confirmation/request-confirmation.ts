import { memberOf, type Workspace } from '../workspace/workspace';
import type { EmailConfirmationRequested } from '../workspace/workspace.events';

/** Nothing when the e-mail is confirmed already. */
export const requestConfirmation = (
  { workspaceId, memberId }: { readonly workspaceId: string; readonly memberId: string },
  state: Workspace,
): readonly EmailConfirmationRequested[] =>
  memberOf(state, memberId)?.emailConfirmed === false
    ? [{ type: 'EmailConfirmationRequested', data: { workspaceId, memberId } }]
    : [];
