import type { ContextFact } from './sentences';

type Failed = Extract<ContextFact, { type: 'InvitationEmailFailed' }>;

/** Facts for specs: what becomes of a mail, and what its reader makes of it. */
export const ofMails = (invitationId: string) => ({
  emailed: { type: 'InvitationEmailed', data: { invitationId, causedBy: 'f1', messageId: 'm1' } } satisfies ContextFact,
  emailFailed: (final = false): Failed => ({
    type: 'InvitationEmailFailed',
    data: { invitationId, causedBy: 'f1', reason: 'The mail server is away', final },
  }),
  emailNotSent: {
    type: 'InvitationEmailNotSent',
    data: { invitationId, causedBy: 'f1', reason: 'waited-too-long' },
  } satisfies ContextFact,
  bounced: {
    type: 'InvitationEmailBounced',
    data: { invitationId, causedBy: 'f1', reason: 'The mailbox is full (5.2.2).', words: 'over quota' },
  } satisfies ContextFact,
  delayed: {
    type: 'InvitationEmailDelayed',
    data: { invitationId, causedBy: 'f1', reason: 'The mail server asks to try again later.' },
  } satisfies ContextFact,
  optedOut: { type: 'CreatorOptedOut', data: { invitationId, by: 'page' } } satisfies ContextFact,
  optedIn: { type: 'CreatorOptedIn', data: { invitationId } } satisfies ContextFact,
});
