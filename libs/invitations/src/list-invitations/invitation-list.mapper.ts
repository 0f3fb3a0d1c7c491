import type { InvitationListItem } from '@linkage/contracts';
import type { AccountOfCreator, InvitationRow } from './invitation-row';

type Broken = AccountOfCreator & { readonly broken: NonNullable<AccountOfCreator['broken']> };
const isBroken = (account: AccountOfCreator): account is Broken => account.broken !== null;

const oldestTrouble = (accounts: readonly AccountOfCreator[]): InvitationListItem['trouble'] => {
  const [oldest] = accounts.filter(isBroken).sort((one, other) => (one.broken.since < other.broken.since ? -1 : 1));
  return oldest === undefined ? null : { accountId: oldest.accountId, platform: oldest.platform, ...oldest.broken };
};

/** What a browser gets of a row. */
export const toInvitationListItem = (row: InvitationRow): InvitationListItem => ({
  invitationId: row.invitationId,
  name: row.name,
  email: row.email,
  invitedAt: row.invitedAt,
  status: row.status,
  statusSince: row.statusSince,
  withdrawnAt: row.withdrawnAt,
  trouble: oldestTrouble(row.accounts),
  accounts: row.accounts.map(({ accountId, platform, username, broken }) => ({
    accountId,
    platform,
    username,
    cause: broken?.cause ?? null,
  })),
  delivery: { state: row.delivery.state, reason: row.delivery.reason, at: row.delivery.at, count: row.delivery.count },
});
