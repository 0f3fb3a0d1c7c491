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

export const weakPassword = (why: string): DomainError =>
  new DomainError(
    'invalid',
    'invalid-request',
    `This password is easy to guess. ${why}. Use four words that have nothing to do with each other, or let a password manager make one.`,
    { field: 'password' },
  );
