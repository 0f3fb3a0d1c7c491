import { EMAIL_ALREADY_EXISTS, stagingEndText, type StagingEnd } from '@linkage/contracts';
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

export const emailNotConfirmed = (): DomainError =>
  new DomainError(
    'rule-broken',
    'email-not-confirmed',
    'Confirm your own e-mail first: open the link in the mail that we sent you. It can be sent again from the top of the dashboard.',
  );

export const noMailServer = (): DomainError =>
  new DomainError(
    'rule-broken',
    'no-mail-server',
    'This Linkage sends no e-mails. Use “Copy Link” of the invite, and give the link to the creator yourself.',
  );

/** Also for an invitation of another workspace: it must not show that it exists. */
export const invitationNotFound = (): DomainError =>
  new DomainError('not-found', 'not-found', 'There is no such invitation.');

export const invitationWithdrawn = (): DomainError =>
  new DomainError(
    'rule-broken',
    'invitation-withdrawn',
    'This invitation was withdrawn. Invite the creator again to get a new link.',
  );

/** The server's bound against a mail that is sent twice by clicking twice. */
export const mailAskedRecently = (retryAfterSeconds: number): DomainError =>
  new DomainError(
    'too-often',
    'mail-asked-recently',
    `An e-mail to this creator was asked for a moment ago. Look at its delivery first; it can be sent again in ${retryAfterSeconds} seconds.`,
    { retryAfterSeconds },
  );

export const mailAlreadySent = (): DomainError =>
  new DomainError('conflict', 'mail-already-sent', 'The mail is on its way already, so that it cannot be undone.');

/** Only the creator can change it. */
export const creatorOptedOut = (field?: 'email'): DomainError =>
  new DomainError(
    'rule-broken',
    'creator-opted-out',
    'This creator wants no more e-mails from your workspace, so none is sent. Use “Copy Link” of the invite to reach them in another way.',
    field && { field },
  );

/** All of the creator's accounts work, or were disconnected on purpose. */
export const nothingToReconnect = (): DomainError =>
  new DomainError(
    'rule-broken',
    'nothing-to-reconnect',
    'No account of this creator has lost its access, so there is nothing to ask for. Reload the list to see how things are now.',
  );

/** Nothing is left to invite: the name and the e-mail are gone. */
export const creatorErased = (): DomainError =>
  new DomainError(
    'rule-broken',
    'invitation-withdrawn',
    'The data of this creator was erased, so the withdrawal cannot be undone. Invite the creator again.',
  );

export const stagingHasEnded = (end: StagingEnd): DomainError =>
  new DomainError('rule-broken', end, stagingEndText[end]);
