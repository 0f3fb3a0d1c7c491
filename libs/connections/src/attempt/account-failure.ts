import { DomainError } from '@linkage/event-sourcing';
import type { Failure } from './attempt';

/** Why an account could not be connected. @throws the error itself where it is about something else */
export function accountFailure(error: unknown, username: string): Failure {
  if (!(error instanceof DomainError)) throw error;
  const { reason, otherInvitationId, otherEnded } = error.details;
  if (reason === 'staging-limit-reached') return { reason, step: 4 };
  if (reason !== 'account-linked-elsewhere') throw error;
  return {
    reason,
    step: 4,
    otherAccount: username,
    otherInvitationId: String(otherInvitationId),
    ...(otherEnded === true && { otherEnded }),
  };
}
