import { DomainError } from '@linkage/event-sourcing';

export const bulkActionNotFound = (): DomainError =>
  new DomainError('not-found', 'not-found', 'There is no such action on selected invites.');

export const nothingSelected = (): DomainError =>
  new DomainError('invalid', 'invalid-request', 'Select at least one invite: give invitationIds or matching.', {
    field: 'invitationIds',
  });

export const tooManySelected = (most: number): DomainError =>
  new DomainError(
    'rule-broken',
    'too-many-selected',
    `More than ${most.toLocaleString('en')} invites match. Filter or search for fewer, and go on with the others after that.`,
    { field: 'matching' },
  );

/** The mails have left, or the days in which it is known what was selected are over. */
export const undoOver = (action: 'resend' | 'withdraw'): DomainError =>
  new DomainError(
    'conflict',
    'undo-over',
    action === 'resend'
      ? 'The mails are on their way already, so that they cannot be taken back.'
      : 'This was done more than seven days ago. Invite the creators again, one by one or by a file.',
  );
