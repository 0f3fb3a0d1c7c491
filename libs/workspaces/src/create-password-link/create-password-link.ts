import { memberOf, type Workspace } from '../workspace/workspace';
import { memberNotFound } from '../workspace/workspace.errors';
import type { PasswordLinkMade } from '../workspace/workspace.events';

/** @throws not-found */
export const createPasswordLink = (
  { workspaceId, memberId }: { readonly workspaceId: string; readonly memberId: string },
  state: Workspace,
): readonly PasswordLinkMade[] => {
  if (!memberOf(state, memberId)) throw memberNotFound();
  return [{ type: 'PasswordLinkMade', data: { workspaceId, memberId } }];
};
