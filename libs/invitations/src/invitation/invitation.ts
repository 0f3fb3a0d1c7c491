import { type Decider, ERASED } from '@linkage/event-sourcing';
import type { InvitationFact, LostAccount } from './invitation.events';

/**
 * What became of the mail that one fact asked for. `tried`: not accepted yet, it is tried again. `not-sent`: only the
 * operator has it tried again. `not-needed`, `opted-out`, `undone`: never to be sent. `delayed`, `bounced`: what came
 * back of an accepted one.
 */
export type MailState =
  | {
      readonly state:
        'accepted' | 'delayed' | 'bounced' | 'given-up' | 'not-sent' | 'not-needed' | 'opted-out' | 'undone';
    }
  | { readonly state: 'tried'; readonly reason: string };

/**
 * One invitation: one e-mail in one workspace. After a withdrawal the same stream may be issued again, with a new link.
 */
export interface Invitation {
  readonly status: 'none' | 'open' | 'withdrawn';
  /** null as long as nothing was issued. */
  readonly invitationId: string | null;
  /** The creator was erased: the next one invited by this e-mail is another person. */
  readonly erased: boolean;
  /** The version whose link works while the invitation is open. */
  readonly linkVersion: number;
  /** By account: the newest loss of access that the creator was asked to mend. */
  readonly reconnectAsked: Readonly<Record<string, string>>;
  /** The import whose row issued it last, if one did. */
  readonly importId: string | null;
  /** Its mail waits until it may go out. */
  readonly mailWaits: boolean;
  /** Another mail was asked for instead of the one that waited; if that is undone or withdrawn, it waits again. */
  readonly waitingReplaced: boolean;
  /** The person behind the e-mail wants no mails from this workspace. */
  readonly optedOut: boolean;
  /** By the id of the fact that asked for the mail. */
  readonly mails: Readonly<Record<string, MailState>>;
}

const withMail = (state: Invitation, askedBy: string, mail: MailState): Invitation => ({
  ...state,
  mails: { ...state.mails, [askedBy]: mail },
});

/** What was asked for instead of the mail that waited does not go out. */
const waitingAgain = (state: Invitation): Invitation => ({
  ...state,
  mailWaits: state.mailWaits || state.waitingReplaced,
  waitingReplaced: false,
});

const sinceOf = (accounts: readonly LostAccount[]): Record<string, string> =>
  Object.fromEntries(accounts.map(({ accountId, since }) => [accountId, since]));

export const invitation: Decider<Invitation, InvitationFact> = {
  initial: {
    status: 'none',
    invitationId: null,
    erased: false,
    linkVersion: 0,
    reconnectAsked: {},
    importId: null,
    mailWaits: false,
    waitingReplaced: false,
    optedOut: false,
    mails: {},
  },
  evolve(state, fact) {
    switch (fact.type) {
      case 'InvitationIssued':
        return {
          ...state,
          status: 'open',
          invitationId: fact.data.invitationId,
          erased: fact.data.email === ERASED,
          linkVersion: fact.data.linkVersion,
          importId: fact.data.importId ?? null,
          mailWaits: fact.data.mail === 'waits',
          waitingReplaced: false,
        };
      case 'InvitationWithdrawn':
        return { ...waitingAgain(state), status: 'withdrawn', linkVersion: fact.data.linkVersion };
      case 'InvitationWithdrawalUndone':
        return { ...state, status: 'open', linkVersion: fact.data.linkVersion };
      case 'InvitationEmailed':
        return {
          ...withMail(state, fact.data.causedBy, { state: 'accepted' }),
          mailWaits: false,
          waitingReplaced: false,
        };
      case 'InvitationEmailFailed':
        return {
          ...withMail(
            state,
            fact.data.causedBy,
            fact.data.final ? { state: 'given-up' } : { state: 'tried', reason: fact.data.reason },
          ),
          waitingReplaced: state.waitingReplaced && !fact.data.final,
        };
      case 'InvitationEmailNotSent':
        return {
          ...withMail(state, fact.data.causedBy, {
            state: fact.data.reason === 'waited-too-long' ? 'not-sent' : fact.data.reason,
          }),
          waitingReplaced: state.waitingReplaced && fact.data.reason === 'not-needed',
        };
      case 'InvitationEmailBounced':
        return withMail(state, fact.data.causedBy, { state: 'bounced' });
      case 'InvitationEmailDelayed':
        return withMail(state, fact.data.causedBy, { state: 'delayed' });
      case 'CreatorOptedOut':
        return { ...state, optedOut: true };
      case 'CreatorOptedIn':
        return { ...state, optedOut: false };
      case 'ReconnectRequested':
        return { ...state, reconnectAsked: { ...state.reconnectAsked, ...sinceOf(fact.data.accounts) } };
      case 'MailRequestUndone':
        return waitingAgain(withMail(state, fact.data.undone, { state: 'undone' }));
      case 'InvitationMailReleased':
        return { ...state, mailWaits: false };
      case 'InvitationResendRequested':
        return { ...state, mailWaits: false, waitingReplaced: state.mailWaits || state.waitingReplaced };
    }
  },
};
