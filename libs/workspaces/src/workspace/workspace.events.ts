/** Stream: `workspace-<workspaceId>`. */
export {
  workspaceFacts,
  type MemberJoined,
  type WorkspaceFact,
  type WorkspaceRegistered,
} from '@linkage/published-facts';
