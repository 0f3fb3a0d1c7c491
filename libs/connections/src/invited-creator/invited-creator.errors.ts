import { DomainError } from '@linkage/event-sourcing';

/** Tampered, unknown and withdrawn links are told apart for nobody. */
export const linkNotFound = (): DomainError =>
  new DomainError('not-found', 'not-found', 'This link does not work. Ask who invited you for a new one.');
