import type { MemberJoined, WorkspaceRegistered } from './workspace.events';

/** Facts for specs: one workspace with its owner. */
export const workspaceId = '0190a000-0000-7000-8000-000000000001';
export const memberId = '0190a000-0000-7000-8000-000000000002';

export const workspaceRegistered: WorkspaceRegistered = {
  type: 'WorkspaceRegistered',
  data: { workspaceId, name: 'Bright Brands' },
};
export const ownerJoined: MemberJoined = {
  type: 'MemberJoined',
  data: { workspaceId, memberId, name: 'Ana Lima', email: 'Ana@Example.com', role: 'owner' },
};
