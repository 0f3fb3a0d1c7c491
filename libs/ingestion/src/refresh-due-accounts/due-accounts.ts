import { hasCome } from '../refresh/refresh';

/** What is looked at of a watched account: `dueAt` in ms, null: not by itself. */
export interface PerhapsDue {
  readonly accountId: string;
  readonly dueAt: number | null;
}

/** The accounts to refresh now, those that have waited longest first. */
export const dueAccounts = <Account extends PerhapsDue>(accounts: readonly Account[], now: Date): readonly Account[] =>
  accounts
    .flatMap((account) =>
      account.dueAt !== null && hasCome(account.dueAt, now.getTime()) ? [{ account, dueAt: account.dueAt }] : [],
    )
    .sort((one, other) => one.dueAt - other.dueAt || (one.account.accountId < other.account.accountId ? -1 : 1))
    .map(({ account }) => account);
