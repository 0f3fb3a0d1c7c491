import { DomainError } from '@linkage/event-sourcing';

export const emailAlreadyRegistered = (): DomainError =>
  new DomainError(
    'conflict',
    'email-already-registered',
    'This e-mail is registered already. Sign in, or use another one.',
    { field: 'email' },
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
