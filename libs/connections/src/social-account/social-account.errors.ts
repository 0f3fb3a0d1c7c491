import { DomainError } from '@linkage/event-sourcing';

/**
 * The same social account may be connected through one invitation of a workspace only. `otherInvitationId` is for the
 * brand's eyes; `otherEnded`: the account is disconnected there, and comes back through that invitation only.
 */
export const accountLinkedElsewhere = (otherInvitationId: string, otherEnded: boolean): DomainError =>
  new DomainError('conflict', 'conflict', 'This account is already connected through another invitation.', {
    reason: 'account-linked-elsewhere',
    otherInvitationId,
    otherEnded,
  });

/** Also for an account of another creator: it must not show that it exists. */
export const accountNotFound = (): DomainError =>
  new DomainError('not-found', 'not-found', 'There is no such account.');
