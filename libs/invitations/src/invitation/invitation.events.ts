export { invitationFacts } from '@linkage/published-facts';
export type {
  InvitationEmailFailed,
  InvitationEmailNotSent,
  InvitationEmailed,
  InvitationFact,
  InvitationIssued,
  InvitationResendRequested,
  InvitationWithdrawn,
} from '@linkage/published-facts';
