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
  /** What the accounts are called, and were before: for search. */
  readonly handles: string;
  readonly delivery: Delivery;
  /** Attempts that wait until the creator has chosen or confirmed accounts. */
  readonly choices: readonly string[];
  /** null: for nothing. */
  readonly waiting: WaitsFor | null;
}

/**
 * What an invitation waits for. `limits`: more mails were asked for than may go out. `server`: its mail is on its way
 * to our mail server. `answer`: our mail server gave none. `receiver`: the mail server of the creator's address takes
 * the mail later. `member`: its mail was not sent. `creator`: accounts are yet to be chosen or confirmed.
 */
export const waits = ['limits', 'server', 'answer', 'receiver', 'member', 'creator'] as const;
export type WaitsFor = (typeof waits)[number];

/**
 * Links given by hand, and mails that were refused, wait for nothing; nor does an invite that was not sent to a creator
 * who is active.
 */
const mailWaitsFor = ({ delivery, status }: Pick<InvitationRow, 'delivery' | 'status'>): WaitsFor | null => {
  const { state, words, nextTry } = delivery;
  switch (state) {
    case 'waiting':
      return 'limits';
    case 'sending':
      return 'server';
    case 'retrying':
      // A mail server that answers says something; a report of another one has no next try of ours.
      return words === null && nextTry !== null ? 'answer' : 'receiver';
    case 'failed':
      return status === 'active' ? null : 'member';
    default:
      return null;
  }
};

const waitsFor = (row: InvitationRow): WaitsFor | null => {
  if (row.erasedAt !== null) return null;
  const mail = row.optedOut ? null : mailWaitsFor(row);
  return mail ?? (row.choices.length > 0 ? 'creator' : null);
};

/** The row with what follows from the rest of it. */
export const withWaiting = (row: InvitationRow): InvitationRow => ({ ...row, waiting: waitsFor(row) });

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

/** Of former handles so many are kept. */
const MOST_FORMER = 10;

const handlesOf = (accounts: readonly AccountOfCreator[], before: string): string => {
  const now = new Set(accounts.map(({ username }) => username));
  const former = before.split(' ').filter((each) => each !== '' && !now.has(each));
  return [...now, ...former.slice(0, MOST_FORMER)].join(' ');
};

/** The row with these accounts; the status and its age follow from them, and by which handles it is found. */
export const withAccounts = (row: InvitationRow, accounts: readonly AccountOfCreator[], at: string): InvitationRow => {
  const status = statusOf(accounts);
  return {
    ...row,
    accounts,
    handles: handlesOf(accounts, row.handles),
    status,
    urgency: urgencyOf[status],
    statusSince: status === row.status ? row.statusSince : at,
  };
};
