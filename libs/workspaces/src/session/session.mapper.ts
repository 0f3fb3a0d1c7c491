import type { Session } from '@linkage/contracts';

/** The signed-in member, as the browser is told. */
export const toSession = (member: Session['member'] & { workspaceId: string; workspaceName: string }): Session => {
  const { memberId, name, email, role, mustConfirmEmail, workspaceId, workspaceName } = member;
  return { member: { memberId, name, email, role, mustConfirmEmail }, workspace: { workspaceId, name: workspaceName } };
};
