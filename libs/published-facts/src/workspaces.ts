import type { Fact, FactCatalog } from '@linkage/event-sourcing';

/** Stream: `workspace-<workspaceId>`. Passwords are never in a fact; they live, hashed, in the vault. */
export type WorkspaceRegistered = Fact<'WorkspaceRegistered', { workspaceId: string; name: string }>;
/** `role` is what the member may do; the one who registers is the owner. */
export type MemberJoined = Fact<
  'MemberJoined',
  { workspaceId: string; memberId: string; name: string; email: string; role: 'owner' | 'member' }
>;

export type WorkspaceFact = WorkspaceRegistered | MemberJoined;

export const workspaceFacts: FactCatalog<WorkspaceFact> = {
  WorkspaceRegistered: { version: 1 },
  MemberJoined: { version: 1, personal: { subject: (data) => data.memberId, fields: ['name', 'email'] } },
};
