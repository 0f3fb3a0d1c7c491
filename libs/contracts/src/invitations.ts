import type { Accepted, ListParameters, Page } from './paging';
import type { PlatformId } from './platforms';

export interface InvitationAccepted extends Accepted {
  invitationId: string;
}

export type InvitationStatus = 'invited' | 'active' | 'action-needed';
export const invitationStatuses: readonly InvitationStatus[] = ['action-needed', 'invited', 'active'];

/** Why a row says Action Needed. */
export type AccountTroubleCause =
  'disconnected' | 'password-changed' | 'permission-revoked' | 'expired' | 'no-longer-valid' | 'account-gone';

export interface InvitationListItem {
  invitationId: string;
  name: string;
  email: string;
  /** Where we serve the picture of an account that the creator has connected; null: none is kept. */
  avatarUrl: string | null;
  /** ISO UTC: when it was sent first. */
  invitedAt: string;
  status: InvitationStatus;
  /** Since when the status holds. */
  statusSince: string;
  /**
   * ISO UTC; null unless withdrawn. A withdrawn one has no status that matters, and its link only disconnects accounts.
   */
  withdrawnAt: string | null;
  /**
   * Not null: this creator was erased, and name and e-mail are gone. `at`: ISO UTC; null where one looks back at an
   * earlier moment.
   */
  erased: { at: string | null } | null;
  /** The creator wants no more e-mails from this workspace: none is sent, and only the creator can change that. */
  optedOut: boolean;
  /** The oldest trouble of this creator's accounts, for the line under the status. */
  trouble: { accountId: string; platform: PlatformId; cause: AccountTroubleCause; since: string } | null;
  /** Accounts that are connected or need action. `cause`: why one needs action; null: it works. */
  accounts: { accountId: string; platform: PlatformId; username: string; cause: AccountTroubleCause | null }[];
  /**
   * When the creator last had the page on the screen. null: openings were not told yet when it was sent; `at` null: not
   * opened.
   */
  opened: { at: string | null } | null;
  /**
   * Platforms on which every attempt so far failed or was left unfinished, the newest first; `at`: when the last one
   * ended.
   */
  tried: { platform: PlatformId; times: number; at: string }[];
  /**
   * Platforms on which the creator has yet to choose one of `offered` accounts, or to confirm the one; the newest
   * first. `at`: since when.
   */
  choosing: { platform: PlatformId; offered: number; at: string }[];
  /**
   * `waiting`: more mails were asked for than may go out in an hour or a day; it goes out by itself. `sending` until
   * the mail server answered; `retrying`: not accepted yet, tried again by itself for three days, or not delivered yet
   * by another mail server; `bounced`: refused, or it came back; `failed`: not sent, and not tried again by itself;
   * `by-hand`: there was no mail server, so the link has to be copied. `words`: what the mail server said; `nextTry`:
   * ISO UTC. `about`: the invite, or a question to connect again what has lost its access. `count`: how many mails were
   * accepted.
   */
  delivery: {
    state: 'waiting' | 'sending' | 'retrying' | 'sent' | 'failed' | 'bounced' | 'by-hand';
    about: 'invite' | 'reconnect';
    reason: string | null;
    words: string | null;
    nextTry: string | null;
    at: string | null;
    count: number;
  };
}

/**
 * GET /api/invitations. `sort`: `status` (default: Action Needed, then Invited by age, then Active) | `invitedAt` |
 * `name`.
 */
export interface InvitationListParameters extends ListParameters {
  status?: InvitationStatus;
  /** Only those that were withdrawn; without it only the others. */
  withdrawn?: boolean;
  /**
   * Only those whose e-mail has not gone out, or whose creator has yet to choose or confirm an account. Not those that
   * were withdrawn.
   */
  waiting?: boolean;
}

/**
 * E-mails of the workspace that do not go out at present. `no-answer`: the mail server gives none, and they are tried
 * again; `limits`: more were asked for than may go out, and they go out by themselves; `no-mail-server`: they were
 * asked for while there was one.
 */
export interface StuckMail {
  cause: 'no-answer' | 'limits' | 'no-mail-server';
  count: number;
  /** Of `limits`: how many e-mails the workspace may ask for. */
  most: Pick<MailQuotas, 'workspaceHour' | 'workspaceDay'> | null;
}

export interface InvitationList extends Page<InvitationListItem> {
  /** `withdrawn` ones are not among `all`; `waiting` ones have a status, too. */
  counts: Record<'all' | 'withdrawn' | 'waiting' | InvitationStatus, number>;
  stuckMail: StuckMail | null;
}

/** GET /api/invitations/:id/link: the same link as in the mail. Not logged, not stored. */
export interface InvitationLink {
  url: string;
}
// POST /api/invitations/:id/resend → 202 Accepted · POST /api/invitations/:id/withdraw with `WithdrawInvitationRequest`
// → 202 Accepted
// POST /api/invitations/:id/ask-to-reconnect → 202 Accepted · POST /api/invitations/:id/undo-mail → 202 Accepted
// POST /api/invitations/:id/undo-withdrawal → 202 Accepted

/** How many invitation mails may be asked for (`LINKAGE_MAIL_QUOTAS`). */
export interface MailQuotas {
  readonly workspaceHour: number;
  readonly workspaceDay: number;
  readonly invitationDay: number;
  /** Between two mails of one invitation. */
  readonly invitationPauseSeconds: number;
  readonly installationHour: number;
}
