import { DomainError } from '@linkage/event-sourcing';

/** Also for an account of another workspace: it must not show that it exists. */
export const accountNotFound = (): DomainError =>
  new DomainError('not-found', 'not-found', 'There is no such account.');
