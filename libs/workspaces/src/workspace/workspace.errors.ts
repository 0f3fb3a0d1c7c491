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
