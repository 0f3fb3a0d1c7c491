import type {
  InvitationEmailFailed,
  InvitationEmailNotSent,
  InvitationEmailed,
  InvitationIssued,
  InvitationResendRequested,
  InvitationWithdrawalUndone,
  InvitationWithdrawn,
} from './invitation.events';

export const invitationId = '01936000-0000-7000-8000-000000000001';

/** An invitation to Misaki, issued by Ingrid of Nordlys Agency. */
export const issued = (data: Partial<InvitationIssued['data']> = {}): InvitationIssued => ({
  type: 'InvitationIssued',
  data: {
    invitationId,
    name: '田中 美咲',
    email: 'misaki.tanaka@hinata.example',
    brandName: 'Nordlys Agency',
    invitedBy: 'Ingrid Solheim',
    linkVersion: 1,
    ...data,
  },
});
export const resendRequested = (): InvitationResendRequested => ({
  type: 'InvitationResendRequested',
  data: { invitationId },
});
export const withdrawn = (linkVersion = 2): InvitationWithdrawn => ({
  type: 'InvitationWithdrawn',
  data: { invitationId, linkVersion },
});
export const emailed = (causedBy: string): InvitationEmailed => ({
  type: 'InvitationEmailed',
  data: { invitationId, causedBy, messageId: `<${causedBy}@linkage.example>` },
});
export const emailFailed = (
  causedBy: string,
  final: boolean,
  reason = 'The mail server is busy.',
): InvitationEmailFailed => ({
  type: 'InvitationEmailFailed',
  data: { invitationId, causedBy, reason, final },
});
export const emailNotSent = (causedBy: string): InvitationEmailNotSent => ({
  type: 'InvitationEmailNotSent',
  data: { invitationId, causedBy, reason: 'waited-too-long' },
});
export const withdrawalUndone = (linkVersion = 1): InvitationWithdrawalUndone => ({
  type: 'InvitationWithdrawalUndone',
  data: { invitationId, linkVersion },
});
