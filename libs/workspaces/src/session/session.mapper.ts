import type { Session } from '@linkage/contracts';

/** Who is signed in, as the browser is told. */
export const toSession = (member: Session['member'] & { workspaceId: string; workspaceName: string }): Session => {
  const { memberId, name, email, role, workspaceId, workspaceName } = member;
  return { member: { memberId, name, email, role }, workspace: { workspaceId, name: workspaceName } };
};
