import type { AccountTroubleCause, InvitationStatus, PlatformId } from '@linkage/contracts';
import type { Delivery } from './delivery';

export interface AccountOfCreator {
  readonly accountId: string;
  readonly platform: PlatformId;
  readonly username: string;
  /** null: works. */
  readonly broken: { readonly cause: AccountTroubleCause; readonly since: string } | null;
}

/** One row of the tab All, with what it is filtered and sorted by. */
export interface InvitationRow {
  readonly invitationId: string;
  readonly workspaceId: string;
  /** 0 for a withdrawn one: its accounts must be known when it is issued again. */
  readonly listed: 0 | 1;
  /** null unless withdrawn. */
  readonly withdrawnAt: string | null;
  /** When this creator was erased; null: not. */
  readonly erasedAt: string | null;
  /** The creator wants no more e-mails from the workspace. */
  readonly optedOut: boolean;
  readonly name: string;
  /** Name for sorting: no case, no accents. */
  readonly nameKey: string;
  readonly email: string;
  readonly invitedAt: string;
  readonly status: InvitationStatus;
  /** 2 Action Needed, 1 Invited, 0 Active: the default order, from the top. */
  readonly urgency: 0 | 1 | 2;
  readonly statusSince: string;
  readonly accounts: readonly AccountOfCreator[];
  readonly delivery: Delivery;
}

/** Invited until a first account is connected; Action Needed as long as one is broken; else Active. */
export const statusOf = (accounts: readonly AccountOfCreator[]): InvitationStatus => {
  if (accounts.length === 0) return 'invited';
  return accounts.some((account) => account.broken !== null) ? 'action-needed' : 'active';
};

const urgencyOf: Readonly<Record<InvitationStatus, InvitationRow['urgency']>> = {
  'action-needed': 2,
  invited: 1,
  active: 0,
};

/** The row with these accounts; the status and its age follow from them. */
export const withAccounts = (row: InvitationRow, accounts: readonly AccountOfCreator[], at: string): InvitationRow => {
  const status = statusOf(accounts);
  return {
    ...row,
    accounts,
    status,
    urgency: urgencyOf[status],
    statusSince: status === row.status ? row.statusSince : at,
  };
};
