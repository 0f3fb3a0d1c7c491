import type { Invitation } from '../invitation/invitation';
import {
  creatorOptedOut,
  invitationNotFound,
  invitationWithdrawn,
  nothingToReconnect,
} from '../invitation/invitation.errors';
import type { LostAccount, ReconnectRequested } from '../invitation/invitation.events';
import { heldUntil } from '../invitation/mail-asking';
import { expectMailAllowed, type MailRefusal } from '../invitation/mail-quota';

const requested = (invitationId: string, accounts: readonly LostAccount[]): ReconnectRequested => ({
  type: 'ReconnectRequested',
  data: { invitationId, accounts },
});

/**
 * A member asks the creator to connect again what was lost, as often as a member wants to; for a while it can be
 * undone.
 * @throws not-found, invitation-withdrawn, creator-opted-out, nothing-to-reconnect, email-not-confirmed,
 *   mail-asked-recently, mail-quota-exceeded
 */
export const askToReconnect = (
  lost: readonly LostAccount[],
  state: Invitation,
  now: Date,
  refusal: MailRefusal | null = null,
): readonly ReconnectRequested[] => {
  if (state.invitationId === null) throw invitationNotFound();
  if (state.status === 'withdrawn') throw invitationWithdrawn();
  if (state.optedOut) throw creatorOptedOut();
  if (lost.length === 0) throw nothingToReconnect();
  expectMailAllowed(refusal);
  const { type, data } = requested(state.invitationId, lost);
  return [{ type, data: { ...data, sendFrom: heldUntil(now) } }];
};

/**
 * By itself the creator is asked once for each loss, about everything that is lost at that moment. Nothing to do where
 * the account works again, was asked for already, where the invitation is withdrawn or its creator erased, or where the
 * creator wants no mails.
 */
export const askOnceToReconnect = (
  accountId: string,
  lost: readonly LostAccount[],
  state: Invitation,
): readonly ReconnectRequested[] => {
  const account = lost.find((one) => one.accountId === accountId);
  if (account === undefined || state.invitationId === null) return [];
  if (state.status !== 'open' || state.erased || state.optedOut) return [];
  return state.reconnectAsked[accountId] === account.since ? [] : [requested(state.invitationId, lost)];
};
