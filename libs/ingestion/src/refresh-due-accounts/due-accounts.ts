import { hasCome } from '../refresh/refresh';

/**
 * What is looked at of a watched account, in ms. `dueAt` null: not by itself. `waitingSince`: when it was due first.
 */
export interface PerhapsDue {
  readonly accountId: string;
  readonly dueAt: number | null;
  readonly waitingSince: number;
}

/** The accounts to refresh now, those that have waited longest first. */
export const dueAccounts = <Account extends PerhapsDue>(accounts: readonly Account[], now: Date): readonly Account[] =>
  accounts
    .filter(({ dueAt }) => dueAt !== null && hasCome(dueAt, now.getTime()))
    .toSorted((one, other) => one.waitingSince - other.waitingSince || (one.accountId < other.accountId ? -1 : 1));
