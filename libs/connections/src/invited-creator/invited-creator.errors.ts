import { DomainError } from '@linkage/event-sourcing';

/** Tampered and unknown links are not told apart. */
export const linkNotFound = (): DomainError =>
  new DomainError('not-found', 'not-found', 'This link does not work. Ask the sender of your invite for a new one.');

/** For the holder of a link whose invitation was withdrawn. */
export const linkWithdrawn = (): DomainError =>
  new DomainError(
    'rule-broken',
    'invitation-withdrawn',
    'This invitation was withdrawn, so no account can be connected with it. You can still disconnect accounts here.',
  );
