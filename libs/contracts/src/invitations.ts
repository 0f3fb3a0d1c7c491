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
  /** ISO UTC: when it was sent first. */
  invitedAt: string;
  status: InvitationStatus;
  /** Since when the status holds. */
  statusSince: string;
  /** ISO UTC; null unless withdrawn. A withdrawn one has no status that matters, and its link only disconnects accounts. */
  withdrawnAt: string | null;
  /** The oldest trouble of this creator's accounts, for the line under the status. */
  trouble: { accountId: string; platform: PlatformId; cause: AccountTroubleCause; since: string } | null;
  /** Accounts that are connected or need action. `cause`: why one needs action; null: it works. */
  accounts: { accountId: string; platform: PlatformId; username: string; cause: AccountTroubleCause | null }[];
  /**
   * `sending` until the mail server answered; `retrying`: not accepted yet, tried again by itself for a day; `failed`: not sent, and not tried again by
   * itself. `count`: how many mails were accepted.
   */
  delivery: {
    state: 'sending' | 'retrying' | 'sent' | 'failed';
    reason: string | null;
    at: string | null;
    count: number;
  };
}

/** GET /api/invitations. `sort`: `status` (default: Action Needed, then Invited by age, then Active) | `invitedAt` | `name`. */
export interface InvitationListParameters extends ListParameters {
  status?: InvitationStatus;
  /** Only those that were withdrawn; without it only the others. */
  withdrawn?: boolean;
}

export interface InvitationList extends Page<InvitationListItem> {
  /** `withdrawn` ones are not among `all`. */
  counts: Record<'all' | 'withdrawn' | InvitationStatus, number>;
}

/** GET /api/invitations/:id/link: the same link as in the mail. Not logged, not stored. */
export interface InvitationLink {
  url: string;
}
// POST /api/invitations/:id/resend → 202 Accepted · POST /api/invitations/:id/withdraw with `WithdrawInvitationRequest` → 202 Accepted
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
