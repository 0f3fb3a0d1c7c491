export { invitationFacts } from '@linkage/published-facts';
export type {
  InvitationEmailFailed,
  InvitationEmailNotSent,
  InvitationEmailed,
  InvitationFact,
  InvitationIssued,
  InvitationResendRequested,
  InvitationWithdrawalUndone,
  InvitationWithdrawn,
} from '@linkage/published-facts';
