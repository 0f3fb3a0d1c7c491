import type { InvitationListItem } from '@linkage/contracts';
import { ERASED } from '@linkage/event-sourcing';
import { openChoices, openedBy, unsuccessfulTries, type InvitationResponses } from './invitation-responses.projection';
import type { AccountOfCreator, InvitationRow } from './invitation-row';

type Broken = AccountOfCreator & { readonly broken: NonNullable<AccountOfCreator['broken']> };
const isBroken = (account: AccountOfCreator): account is Broken => account.broken !== null;

const oldestTrouble = (accounts: readonly AccountOfCreator[]): InvitationListItem['trouble'] => {
  const [oldest] = accounts.filter(isBroken).sort((one, other) => (one.broken.since < other.broken.since ? -1 : 1));
  return oldest === undefined ? null : { accountId: oldest.accountId, platform: oldest.platform, ...oldest.broken };
};

/** What the row does not hold. */
interface InvitationDetails {
  readonly responses: InvitationResponses | undefined;
  readonly avatarUrl: string | null;
}

/** What a browser gets of a row, and of what the creator did with the invite. */
export const toInvitationListItem = (
  row: InvitationRow,
  { responses, avatarUrl }: InvitationDetails,
): InvitationListItem => ({
  invitationId: row.invitationId,
  name: row.name,
  email: row.email,
  avatarUrl,
  invitedAt: row.invitedAt,
  status: row.status,
  statusSince: row.statusSince,
  withdrawnAt: row.withdrawnAt,
  erased: row.erasedAt !== null || row.email === ERASED ? { at: row.erasedAt } : null,
  optedOut: row.optedOut,
  trouble: oldestTrouble(row.accounts),
  accounts: row.accounts.map(({ accountId, platform, username, broken }) => ({
    accountId,
    platform,
    username,
    cause: broken?.cause ?? null,
  })),
  opened: openedBy(responses),
  tried: unsuccessfulTries(responses),
  choosing: openChoices(responses),
  delivery: {
    state: row.delivery.state,
    about: row.delivery.about,
    reason: row.delivery.reason,
    words: row.delivery.words,
    nextTry: row.delivery.nextTry,
    at: row.delivery.at,
    count: row.delivery.count,
  },
});
