export {
  erasureFacts,
  type EmailChanged,
  type ErasureFact,
  type InvitationIssued,
  type MemberJoined,
  type MemberRenamed,
  type PersonErased,
  type SocialAccountConnected,
  type WorkspaceRegistered,
} from '@linkage/published-facts';
