import type { Member, Workspace } from './workspace';
import type { WorkspaceFact } from './workspace.events';

export interface Owner extends Omit<Member, 'emailConfirmed' | 'emailChange'> {
  readonly workspaceId: string;
  readonly workspaceName: string;
}

/** A workspace and its first member, together or not at all; nothing when it is registered already. */
export const registrationFacts = (
  { workspaceId, workspaceName, memberId, name, email }: Owner,
  state: Workspace,
): readonly WorkspaceFact[] =>
  state.name !== null
    ? []
    : [
        { type: 'WorkspaceRegistered', data: { workspaceId, name: workspaceName } },
        { type: 'MemberJoined', data: { workspaceId, memberId, name, email, role: 'owner' } },
      ];
