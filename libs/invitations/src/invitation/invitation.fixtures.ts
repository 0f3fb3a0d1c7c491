import type {
  InvitationEmailBounced,
  InvitationEmailFailed,
  InvitationEmailNotSent,
  InvitationEmailed,
  InvitationIssued,
  InvitationMailReleased,
  InvitationResendRequested,
  InvitationWithdrawalUndone,
  InvitationWithdrawn,
  LostAccount,
  MailRequestUndone,
  ReconnectRequested,
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
export const mailReleased = (): InvitationMailReleased => ({ type: 'InvitationMailReleased', data: { invitationId } });
export const resendRequested = (sendFrom?: string): InvitationResendRequested => ({
  type: 'InvitationResendRequested',
  data: { invitationId, ...(sendFrom !== undefined && { sendFrom }) },
});
export const mailUndone = (undone: string, askedAt = '2026-01-15T09:00:00.000Z'): MailRequestUndone => ({
  type: 'MailRequestUndone',
  data: { invitationId, undone, askedAt },
});
/** Misaki's Instagram, whose password was changed. */
export const lostInstagram: LostAccount = {
  accountId: 'a1',
  platform: 'instagram',
  cause: 'password-changed',
  since: '2026-01-15T08:00:00.000Z',
};
export const reconnectRequested = (...accounts: LostAccount[]): ReconnectRequested => ({
  type: 'ReconnectRequested',
  data: { invitationId, accounts: accounts.length > 0 ? accounts : [lostInstagram] },
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
export const emailBounced = (causedBy: string): InvitationEmailBounced => ({
  type: 'InvitationEmailBounced',
  data: { invitationId, causedBy, reason: 'Full.', words: 'over quota' },
});
export const emailNotSent = (
  causedBy: string,
  reason: InvitationEmailNotSent['data']['reason'] = 'waited-too-long',
): InvitationEmailNotSent => ({
  type: 'InvitationEmailNotSent',
  data: { invitationId, causedBy, reason },
});
export const withdrawalUndone = (linkVersion = 1): InvitationWithdrawalUndone => ({
  type: 'InvitationWithdrawalUndone',
  data: { invitationId, linkVersion },
});
