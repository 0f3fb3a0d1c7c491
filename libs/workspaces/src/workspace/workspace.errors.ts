import { DomainError } from '@linkage/event-sourcing';

export const emailAlreadyRegistered = (): DomainError =>
  new DomainError(
    'conflict',
    'email-already-registered',
    'This e-mail is registered already. Sign in, or use another one.',
    { field: 'email' },
  );

export const registrationClosed = (): DomainError =>
  new DomainError(
    'forbidden',
    'registration-closed',
    'Registration is closed here. Ask the operator of this installation for a workspace.',
  );

export const registrationNeedsLink = (): DomainError =>
  new DomainError(
    'forbidden',
    'registration-closed',
    'Registering takes a link here. Ask the operator of this installation for one, and open it.',
  );

export const linkInvalid = (): DomainError =>
  new DomainError(
    'rule-broken',
    'link-invalid',
    'This link was used already, has expired or is not complete. Ask the operator of this installation for a new one.',
  );

export const resetLinkInvalid = (): DomainError =>
  new DomainError(
    'rule-broken',
    'link-invalid',
    'This link was used already, has expired or is not complete. Have another mail sent to you under “Forgotten your password?”, or ask the operator for a new link.',
  );

export const confirmationLinkInvalid = (): DomainError =>
  new DomainError(
    'rule-broken',
    'link-invalid',
    'This link was used already, has expired or is not complete. If your e-mail is not confirmed yet, sign in and have the mail sent again.',
  );

export const emailChangeLinkInvalid = (): DomainError =>
  new DomainError(
    'rule-broken',
    'link-invalid',
    'This link was used already, has expired or is not complete. If the change is still open, sign in and have the e-mails sent again under Your account.',
  );

/** Told only to a reader who has proved to read the address. */
export const emailTakenMeanwhile = (): DomainError =>
  new DomainError(
    'conflict',
    'email-already-registered',
    'An account with this e-mail was registered meanwhile. The change is given up, and nothing else happened.',
  );

export const emailChangeWaits = (): DomainError =>
  new DomainError(
    'conflict',
    'conflict',
    'The change cannot be finished yet: the new address has to be confirmed, and its week has to go by.',
  );

/** Only by invitation a link opens anything. */
export const linkOfNoUse = (registration: 'open' | 'closed'): DomainError =>
  new DomainError(
    'rule-broken',
    registration === 'closed' ? 'registration-closed' : 'conflict',
    registration === 'closed'
      ? 'Registration is closed, so a link would open nothing. Set LINKAGE_REGISTRATION=invite, or use create-workspace.'
      : 'Registration is open, so no link is needed. Set LINKAGE_REGISTRATION=invite to ask for one.',
  );

export const unsuitableName = (field: string, message: string): DomainError =>
  new DomainError('invalid', 'invalid-request', message, { field });

/** Told to the operator only. */
export const memberNotFound = (): DomainError =>
  new DomainError(
    'not-found',
    'not-found',
    'No member signs in with this e-mail. Look for a typing error, or for another address.',
    {
      field: 'email',
    },
  );

export const viewNameTaken = (name: string): DomainError =>
  unsuitableName('name', `A view of this list is called “${name}” already. Choose another name, or delete that view.`);

export const tooManyViews = (most: number): DomainError =>
  unsuitableName('name', `You have ${most} views of this list, which is the most. Delete one that you need no more.`);

export const viewNotFound = (): DomainError =>
  new DomainError('not-found', 'not-found', 'There is no such view. Its id is a UUID in lower case.');

export const weakPassword = (why: string): DomainError =>
  new DomainError(
    'invalid',
    'invalid-request',
    `This password is easy to guess. ${why}. Use four words that have nothing to do with each other, or let a password manager make one.`,
    { field: 'password' },
  );

export const workspaceNotFound = (): DomainError =>
  new DomainError('not-found', 'not-found', 'There is no such workspace. "npm run linkage -- plan" lists all of them.');

export const productionAlreadyGranted = (): DomainError =>
  new DomainError('conflict', 'conflict', 'This workspace has production access, which does not end.');

export const stagingEndsBefore = (): DomainError =>
  new DomainError('invalid', 'invalid-request', 'Staging access has to end in the future.', { field: 'days' });

export const noMailServer = (): DomainError =>
  new DomainError(
    'rule-broken',
    'no-mail-server',
    'This Linkage sends no e-mails, so no link can be sent. Ask its operator.',
  );
