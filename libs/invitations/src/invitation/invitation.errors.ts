import { EMAIL_ALREADY_EXISTS } from '@linkage/contracts';
import { DomainError } from '@linkage/event-sourcing';

export const emailAlreadyInvited = (): DomainError =>
  new DomainError('conflict', 'email-already-invited', EMAIL_ALREADY_EXISTS, { field: 'email' });

export const unsuitableName = (message: string): DomainError =>
  new DomainError('invalid', 'invalid-request', message, { field: 'name' });

export const tooManyMails = (sentence: string, retryAfterSeconds: number): DomainError => {
  const wait =
    retryAfterSeconds < 90
      ? `${retryAfterSeconds} seconds`
      : retryAfterSeconds < 90 * 60
        ? `${Math.ceil(retryAfterSeconds / 60)} minutes`
        : `${Math.ceil(retryAfterSeconds / 3_600)} hours`;
  return new DomainError('too-often', 'mail-quota-exceeded', `${sentence} Try again in ${wait}.`, {
    retryAfterSeconds,
  });
};

/** Also for an invitation of another workspace: it must not show that it exists. */
export const invitationNotFound = (): DomainError =>
  new DomainError('not-found', 'not-found', 'There is no such invitation.');

export const invitationWithdrawn = (): DomainError =>
  new DomainError(
    'rule-broken',
    'invitation-withdrawn',
    'This invitation was withdrawn. Invite the creator again to get a new link.',
  );

/** Nothing is left to invite: the name and the e-mail are gone. */
export const creatorErased = (): DomainError =>
  new DomainError(
    'rule-broken',
    'invitation-withdrawn',
    'The data of this creator was erased, so the withdrawal cannot be undone. Invite the creator again.',
  );
