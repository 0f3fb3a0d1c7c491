import type { CsvColumns, exportedColumns } from '@linkage/contracts';
import type { AccountRow } from '../list-accounts/account-list.projection';

type Cell = (row: AccountRow) => string | number | null;
const named = (name: (typeof exportedColumns.accounts)[number], of: Cell): readonly [string, Cell] => [name, of];

const causeOf = ({ health }: AccountRow): string | null => {
  switch (health.state) {
    case 'ok':
      return null;
    case 'partial':
      return health.parts.map(({ section, part }) => `${section}/${part}`).join(' ');
    case 'late':
      return health.reason;
    case 'action-needed':
      return health.cause;
  }
};

/** One line for each account. */
export const accountColumns: CsvColumns<AccountRow> = [
  named('creator', ({ creatorName }) => creatorName),
  named('email', ({ creatorEmail }) => creatorEmail),
  named('platform', ({ platform }) => platform),
  named('username', ({ username }) => username),
  named('display name', ({ displayName }) => displayName),
  named('health', ({ health }) => health.state),
  named('cause', causeOf),
  named('cause since', ({ health }) => (health.state === 'ok' ? null : health.since)),
  named('followers', ({ followers }) => followers),
  named('last updated at', ({ lastUpdatedAt }) => lastUpdatedAt),
  named('connected at', ({ connectedAt }) => connectedAt),
  named('account id', ({ accountId }) => accountId),
  named('invitation id', ({ invitationId }) => invitationId),
];
