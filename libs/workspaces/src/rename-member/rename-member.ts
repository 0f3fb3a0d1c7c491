import { tidyName } from '../workspace/tidy-name';
import { memberOf, type Workspace } from '../workspace/workspace';
import type { MemberRenamed } from '../workspace/workspace.events';

/** Nothing when that is the name already. @throws invalid-request */
export const renameMember = (
  {
    workspaceId,
    memberId,
    name: typed,
  }: { readonly workspaceId: string; readonly memberId: string; readonly name: string },
  state: Workspace,
): readonly MemberRenamed[] => {
  const name = tidyName(typed, 'name', 'Enter your name.');
  const member = memberOf(state, memberId);
  if (!member || member.name === name) return [];
  return [{ type: 'MemberRenamed', data: { workspaceId, memberId, name, former: member.name } }];
};
