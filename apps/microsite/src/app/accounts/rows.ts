import type { Microsite, MicrositePlatform, PlatformId } from '@linkage/contracts';

export type MicrositeAccount = MicrositePlatform['accounts'][number];

/** One line of the list: an account, or a platform without one. */
export interface AccountRow {
  readonly key: string;
  readonly platform: PlatformId;
  readonly available: boolean;
  readonly account: MicrositeAccount | null;
  /** The attempt in which the creator still has to say which accounts are meant. */
  readonly choosing: string | null;
  /** Only one, so that it has to be confirmed. */
  readonly confirming: boolean;
  /** The one line whose button stands out: the first account that broke by itself. */
  readonly urgent: boolean;
}

/** Nothing can be done with it yet: it is named, and is no line of its own. */
export const isToCome = ({ available, accounts, choosing }: MicrositePlatform): boolean =>
  !available && accounts.length === 0 && choosing === null;

export function accountRows({ platforms }: Microsite): AccountRow[] {
  const shown = platforms.filter((platform) => !isToCome(platform));
  const rows = shown.flatMap(({ platform, available, accounts, choosing, offered }): Omit<AccountRow, 'urgent'>[] => {
    const ofAccounts = accounts.map((account) => ({
      key: account.accountId,
      platform,
      available,
      account,
      choosing: null,
      confirming: false,
    }));
    if (ofAccounts.length > 0 && choosing === null) return ofAccounts;
    return [{ key: platform, platform, available, account: null, choosing, confirming: offered === 1 }, ...ofAccounts];
  });
  const urgent = rows.find(({ account }) => account !== null && !account.working && account.cause !== 'disconnected');
  return rows.map((row) => ({ ...row, urgent: row === urgent }));
}
