import { projection, sortKey, type Recorded } from '@linkage/event-sourcing';
import type { InvitationFact, SocialAccountFact } from '@linkage/published-facts';
import { withAccounts, type AccountOfCreator, type InvitationRow } from './invitation-row';

type Listed = InvitationFact | SocialAccountFact;

const issued = (
  row: InvitationRow | undefined,
  fact: Extract<Recorded<Listed>, { type: 'InvitationIssued' }>,
): InvitationRow => {
  const { invitationId, name, email } = fact.data;
  const fresh: InvitationRow = {
    invitationId,
    workspaceId: fact.workspaceId,
    listed: 1,
    withdrawnAt: null,
    name,
    nameKey: sortKey(name),
    email,
    invitedAt: fact.at,
    status: 'invited',
    urgency: 1,
    statusSince: fact.at,
    accounts: [],
    delivery: { state: 'sending', reason: null, at: null, count: 0, askedBy: fact.id },
  };
  return withAccounts(fresh, row?.accounts ?? [], fact.at);
};

const changeAccount = (
  row: InvitationRow,
  accountId: string,
  at: string,
  change: (account: AccountOfCreator) => AccountOfCreator,
): InvitationRow =>
  withAccounts(
    row,
    row.accounts.map((account) => (account.accountId === accountId ? change(account) : account)),
    at,
  );

const connected = (
  row: InvitationRow,
  fact: Extract<Recorded<Listed>, { type: 'SocialAccountConnected' }>,
): InvitationRow => {
  const { accountId, platform, username } = fact.data;
  const others = row.accounts.filter((account) => account.accountId !== accountId);
  return withAccounts(row, [...others, { accountId, platform, username, broken: null }], fact.at);
};

/** With what the mail server said last, if it was ever asked. */
const waitedTooLong = ({ delivery: { state, reason } }: InvitationRow): string =>
  ['It waited for too long.', ...(state === 'retrying' && reason !== null ? [reason] : [])].join(' ');

/** The tab All: one row per invitation, its status derived from the facts of its accounts and never set by hand. */
export const invitationList = projection<InvitationRow, Listed>({
  name: 'invitation-list',
  version: 3,
  streams: ['invitation-', 'account-'],
  on: [
    'InvitationIssued',
    'InvitationResendRequested',
    'InvitationEmailed',
    'InvitationEmailFailed',
    'InvitationEmailNotSent',
    'InvitationWithdrawn',
    'InvitationWithdrawalUndone',
    'SocialAccountConnected',
    'SocialAccountReconnected',
    'SocialAccountDisconnected',
    'SocialAccountAccessLost',
  ],
  fields: {
    workspaceId: 'text',
    listed: 'number',
    status: 'text',
    urgency: 'number',
    invitedAt: 'text',
    nameKey: 'text',
  },
  indexes: [
    ['workspaceId', 'listed', 'urgency', 'invitedAt'],
    ['workspaceId', 'listed', 'invitedAt'],
    ['workspaceId', 'listed', 'nameKey'],
    ['workspaceId', 'listed', 'status', 'invitedAt'],
    ['workspaceId', 'listed', 'status', 'nameKey'],
  ],
  search: ['name', 'email'],
  counts: [
    ['workspaceId', 'listed'],
    ['workspaceId', 'listed', 'status'],
  ],
  key: (fact) => fact.data.invitationId,
  project: (row, fact) => {
    if (fact.type === 'InvitationIssued') return issued(row, fact);
    if (row === undefined) return undefined;
    switch (fact.type) {
      case 'InvitationResendRequested':
        return { ...row, delivery: { ...row.delivery, state: 'sending', reason: null, askedBy: fact.id } };
      case 'InvitationEmailed': {
        const delivery = { ...row.delivery, count: row.delivery.count + 1 };
        return {
          ...row,
          delivery:
            fact.data.causedBy === delivery.askedBy
              ? { ...delivery, state: 'sent', reason: null, at: fact.at }
              : delivery,
        };
      }
      case 'InvitationEmailFailed':
        if (fact.data.causedBy !== row.delivery.askedBy) return row;
        return {
          ...row,
          delivery: {
            ...row.delivery,
            state: fact.data.final ? 'failed' : 'retrying',
            reason: fact.data.reason,
            at: fact.at,
          },
        };
      case 'InvitationEmailNotSent':
        if (fact.data.causedBy !== row.delivery.askedBy) return row;
        return { ...row, delivery: { ...row.delivery, state: 'failed', reason: waitedTooLong(row), at: fact.at } };
      case 'InvitationWithdrawn':
        return { ...row, listed: 0, withdrawnAt: fact.at };
      case 'InvitationWithdrawalUndone':
        return { ...row, listed: 1, withdrawnAt: null };
      case 'SocialAccountConnected':
        return connected(row, fact);
      case 'SocialAccountReconnected':
        return changeAccount(row, fact.data.accountId, fact.at, (account) => ({
          ...account,
          username: fact.data.username,
          broken: null,
        }));
      case 'SocialAccountDisconnected':
        return changeAccount(row, fact.data.accountId, fact.at, (account) => ({
          ...account,
          broken: { cause: 'disconnected', since: fact.at },
        }));
      case 'SocialAccountAccessLost':
        return changeAccount(row, fact.data.accountId, fact.at, (account) => ({
          ...account,
          broken: { cause: fact.data.cause, since: fact.at },
        }));
    }
  },
});
