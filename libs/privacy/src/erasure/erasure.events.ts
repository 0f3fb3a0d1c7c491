export {
  erasureFacts,
  type ErasureFact,
  type InvitationIssued,
  type MemberJoined,
  type PersonErased,
  type WorkspaceRegistered,
} from '@linkage/published-facts';
