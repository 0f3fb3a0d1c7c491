import { type Decider, ERASED } from '@linkage/event-sourcing';
import type { InvitationFact } from './invitation.events';

/** What became of the mail that one fact asked for. `tried`: not accepted yet, it is tried again. `not-sent`: only the operator has it tried again. */
export type MailState =
  { readonly state: 'accepted' | 'given-up' | 'not-sent' } | { readonly state: 'tried'; readonly reason: string };

/** One invitation: one e-mail in one workspace. After a withdrawal the same stream may be issued again, with a new link. */
export interface Invitation {
  readonly status: 'none' | 'open' | 'withdrawn';
  /** null as long as nothing was issued. */
  readonly invitationId: string | null;
  /** The creator was erased: who is invited by this e-mail next is somebody new. */
  readonly erased: boolean;
  /** The version whose link works while the invitation is open. */
  readonly linkVersion: number;
  /** By the id of the fact that asked for the mail. */
  readonly mails: Readonly<Record<string, MailState>>;
}

const withMail = (state: Invitation, askedBy: string, mail: MailState): Invitation => ({
  ...state,
  mails: { ...state.mails, [askedBy]: mail },
});

export const invitation: Decider<Invitation, InvitationFact> = {
  initial: { status: 'none', invitationId: null, erased: false, linkVersion: 0, mails: {} },
  evolve(state, fact) {
    switch (fact.type) {
      case 'InvitationIssued':
        return {
          ...state,
          status: 'open',
          invitationId: fact.data.invitationId,
          erased: fact.data.email === ERASED,
          linkVersion: fact.data.linkVersion,
        };
      case 'InvitationWithdrawn':
        return { ...state, status: 'withdrawn', linkVersion: fact.data.linkVersion };
      case 'InvitationWithdrawalUndone':
        return { ...state, status: 'open', linkVersion: fact.data.linkVersion };
      case 'InvitationEmailed':
        return withMail(state, fact.data.causedBy, { state: 'accepted' });
      case 'InvitationEmailFailed':
        return withMail(
          state,
          fact.data.causedBy,
          fact.data.final ? { state: 'given-up' } : { state: 'tried', reason: fact.data.reason },
        );
      case 'InvitationEmailNotSent':
        return withMail(state, fact.data.causedBy, { state: 'not-sent' });
      case 'InvitationResendRequested':
        return state;
    }
  },
};
