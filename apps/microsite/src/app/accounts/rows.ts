import type { Microsite, MicrositePlatform, PlatformId } from '@linkage/contracts';

export type MicrositeAccount = MicrositePlatform['accounts'][number];

/** One line of the list: an account, or a platform without one. */
export interface AccountRow {
  readonly key: string;
  readonly platform: PlatformId;
  readonly available: boolean;
  readonly account: MicrositeAccount | null;
  /** The one line whose button stands out: the first account that broke by itself. */
  readonly urgent: boolean;
}

export function accountRows({ platforms }: Microsite): AccountRow[] {
  const rows = platforms.flatMap(({ platform, available, accounts }): Omit<AccountRow, 'urgent'>[] => {
    if (accounts.length === 0) return [{ key: platform, platform, available, account: null }];
    return accounts.map((account) => ({ key: account.accountId, platform, available, account }));
  });
  const urgent = rows.find(({ account }) => account !== null && !account.working && account.cause !== 'disconnected');
  return rows.map((row) => ({ ...row, urgent: row === urgent }));
}
