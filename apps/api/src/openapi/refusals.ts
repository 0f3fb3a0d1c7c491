import type { ProblemCode } from '@linkage/contracts';

type Refusals = Readonly<Partial<Record<401 | 403 | 404 | 409 | 422 | 429, readonly ProblemCode[]>>>;

const ofInvitationMail: Refusals = {
  422: ['no-mail-server', 'email-not-confirmed', 'idempotency-key-reused'],
  429: ['mail-asked-recently', 'mail-quota-exceeded'],
};
const withKey: Refusals = { 422: ['idempotency-key-reused'] };

/**
 * What a route refuses besides what all of its kind do, which `described.ts` adds. One that refuses a reused
 * Idempotency-Key is one that takes it.
 */
export const refusals: Readonly<Record<string, Refusals>> = {
  'POST /api/registration': {
    403: ['registration-closed'],
    409: ['email-already-registered'],
    422: ['link-invalid'],
    429: ['too-many-attempts'],
  },
  'POST /api/session': { 401: ['wrong-credentials'], 429: ['too-many-attempts'] },
  'POST /api/password': { 422: ['link-invalid'], 429: ['too-many-attempts'] },
  'POST /api/password-reset': { 422: ['no-mail-server'], 429: ['too-many-attempts'] },
  'POST /api/account/password': { 429: ['too-many-attempts'] },
  'POST /api/account/preferences': { 429: ['too-many-attempts'] },
  'PUT /api/account/views/{id}': { 429: ['too-many-attempts'] },
  'POST /api/account/email': { 422: ['no-mail-server'], 429: ['too-many-attempts'] },
  'POST /api/account/email/mail': { 422: ['no-mail-server'], 429: ['too-many-attempts'] },
  'POST /api/account/email/finish': { 409: ['conflict'], 429: ['too-many-attempts'] },
  'POST /api/email-change': { 409: ['email-already-registered'], 422: ['link-invalid'] },
  'POST /api/email-change/stop': { 422: ['link-invalid'] },
  'POST /api/email-confirmation': { 422: ['link-invalid'] },
  'POST /api/email-confirmation/mail': { 429: ['too-many-attempts'] },
  'POST /api/invitations': {
    409: ['email-already-invited'],
    422: ['email-not-confirmed', 'staging-limit-reached', 'staging-expired', 'idempotency-key-reused'],
    429: ['mail-quota-exceeded'],
  },
  'POST /api/invitations/imports/{id}/start': {
    422: ['rows-refused', 'rows-missing', 'email-not-confirmed', 'staging-limit-reached', 'staging-expired'],
  },
  'POST /api/invitations/bulk': { 422: ['no-mail-server', 'email-not-confirmed', 'too-many-selected'] },
  'POST /api/invitations/bulk/{id}/undo': { 409: ['undo-over'] },
  'POST /api/invitations/message-preview': {
    404: ['not-found'],
    422: ['invitation-withdrawn'],
  },
  'POST /api/invitations/message-test': {
    422: ['no-mail-server', 'email-not-confirmed', 'test-not-sent'],
    429: ['mail-quota-exceeded'],
  },
  'POST /api/invitations/{id}/resend': {
    ...ofInvitationMail,
    422: [
      'invitation-withdrawn',
      'creator-opted-out',
      'no-mail-server',
      'email-not-confirmed',
      'idempotency-key-reused',
    ],
  },
  'POST /api/invitations/{id}/ask-to-reconnect': {
    ...ofInvitationMail,
    422: [
      'invitation-withdrawn',
      'creator-opted-out',
      'nothing-to-reconnect',
      'no-mail-server',
      'email-not-confirmed',
      'idempotency-key-reused',
    ],
  },
  'POST /api/invitations/{id}/undo-mail': { 409: ['mail-already-sent'], ...withKey },
  'POST /api/invitations/{id}/withdraw': withKey,
  'POST /api/invitations/{id}/undo-withdrawal': { 422: ['invitation-withdrawn', 'idempotency-key-reused'] },
  'POST /api/accounts/{id}/disconnect': withKey,
  'POST /api/microsite/{link}/connections/{platform}': {
    404: ['platform-not-available'],
    422: ['invitation-withdrawn', 'idempotency-key-reused'],
    429: ['too-many-attempts'],
  },
  'POST /api/microsite/{link}/visits': { 422: ['invitation-withdrawn'] },
  'POST /api/microsite/{link}/attempts/{attemptId}/choice': {
    422: ['choice-over', 'invitation-withdrawn'],
  },
  'POST /api/microsite/{link}/accounts/{accountId}/disconnect': withKey,
  'POST /api/operator/session': { 401: ['wrong-credentials'], 429: ['too-many-attempts'] },
  'POST /api/operator/workspaces': { 409: ['email-already-registered'] },
  'POST /api/operator/workspaces/{id}/plan': { 404: ['not-found'], 409: ['conflict'] },
  'POST /api/operator/password-links': { 404: ['not-found'] },
  'POST /api/operator/registration-links': { 422: ['registration-closed', 'conflict'] },
  'POST /api/operator/rebuilds': { 404: ['not-found'], 409: ['folded-elsewhere'] },
  'POST /api/operator/retries': { 404: ['not-found'], 409: ['folded-elsewhere'] },
  'POST /api/operator/replays': { 404: ['not-found'] },
  'POST /api/operator/erasures': { 404: ['not-found'] },
};

/** Of those that say less than a caller wants to know. */
export const meanings: Readonly<Partial<Record<ProblemCode, string>>> = {
  'email-not-confirmed': 'the member has to confirm the own e-mail first',
  'no-mail-server': 'this installation sends no mails',
  'mail-asked-recently':
    'a mail to the creator was asked for less than a minute ago; try again after `Retry-After` seconds',
  'mail-already-sent': 'it has left already',
  'test-not-sent': 'the mail server did not take it; `detail` has its words',
  'staging-limit-reached': 'all accounts of staging access are in use',
  'staging-expired': 'staging access has ended',
  'rows-refused': 'rows cannot be sent, so none was; `errors` names them as `rows.<index>.<field>`',
  'undo-over': 'the mails have left, or it was done more than seven days ago',
  'too-many-selected': 'more match than can be worked through at once; narrow the filter',
  'rows-missing': 'a part has not arrived; upload it again',
  'mail-quota-exceeded': 'as many mails as may be; try again after `Retry-After` seconds',
  'too-many-attempts': 'try again after `Retry-After` seconds',
  'idempotency-key-reused': 'another request had this key',
  'link-invalid': 'used already, expired or not complete',
  'folded-elsewhere': 'another process does this',
  'wrong-credentials': 'for an unknown e-mail and a wrong password alike',
};
