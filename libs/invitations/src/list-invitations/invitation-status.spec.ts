import type { Recorded } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import type { SocialAccountFact } from '@linkage/published-facts';
import fc from 'fast-check';
import { invitationId, issued } from '../invitation/invitation.fixtures';
import { toInvitationListItem } from './invitation-list.mapper';
import { invitationList } from './invitation-list.projection';
import type { InvitationRow } from './invitation-row';

type Move = 'connect' | 'reconnect' | 'disconnect' | 'lose' | 'regain';
const moves = fc.record({
  account: fc.constantFrom('a1', 'a2', 'a3'),
  move: fc.constantFrom<Move>('connect', 'reconnect', 'disconnect', 'lose', 'regain'),
});

const factOf = (accountId: string, move: Move): SocialAccountFact => {
  const account = { accountId, invitationId, platform: 'youtube' } as const;
  const identity = {
    platformAccountId: accountId,
    username: accountId,
    displayName: accountId,
    avatarUrl: null,
    granted: [],
  };
  switch (move) {
    case 'connect':
      return {
        type: 'SocialAccountConnected',
        data: { ...account, ...identity, creatorName: 'A', creatorEmail: 'a@example.org' },
      };
    case 'reconnect':
      return { type: 'SocialAccountReconnected', data: { ...account, ...identity } };
    case 'disconnect':
      return { type: 'SocialAccountDisconnected', data: { ...account, by: 'creator' } };
    case 'lose':
      return { type: 'SocialAccountAccessLost', data: { ...account, cause: 'permission-revoked' } };
    case 'regain':
      return { type: 'SocialAccountAccessRegained', data: account };
  }
};

/** The rules R48 to R54, told in another way than the projection tells them. */
const expected = (history: readonly { account: string; move: Move }[]): InvitationRow['status'] => {
  const known = new Set(history.filter(({ move }) => move === 'connect').map(({ account }) => account));
  const works = (account: string): boolean => {
    const ofAccount = history.filter((step) => step.account === account);
    const last = ofAccount.slice(ofAccount.findIndex(({ move }) => move === 'connect')).at(-1)?.move;
    return last === 'connect' || last === 'reconnect' || last === 'regain';
  };
  if (known.size === 0) return 'invited';
  return [...known].every(works) ? 'active' : 'action-needed';
};

const statusAfter = (history: readonly { account: string; move: Move }[]): InvitationRow =>
  history.reduce<InvitationRow>(
    (row, { account, move }, index) => {
      const fact = recorded(factOf(account, move), {
        at: new Date(1_800_000_000_000 + index * 1000).toISOString(),
      }) as Recorded<SocialAccountFact>;
      return invitationList.project(row, fact, invitationId) ?? row;
    },
    invitationList.project(undefined, recorded(issued()), invitationId) as InvitationRow,
  );

describe('status of an invitation, over random histories of its accounts', () => {
  it('is Invited until a first account, Action Needed while one is broken, else Active', () => {
    fc.assert(
      fc.property(fc.array(moves, { maxLength: 25 }), (history) => {
        expect(statusAfter(history).status).toBe(expected(history));
      }),
      { numRuns: 500 },
    );
  });

  it('shows the oldest trouble, exactly when action is needed', () => {
    fc.assert(
      fc.property(fc.array(moves, { maxLength: 25 }), (history) => {
        const row = statusAfter(history);
        const { status, trouble } = toInvitationListItem(row, { responses: undefined, avatarUrl: null });
        const broken = row.accounts.flatMap((account) => account.broken?.since ?? []).sort();
        expect(trouble?.since).toBe(broken[0]);
        expect(trouble !== null).toBe(status === 'action-needed');
      }),
      { numRuns: 500 },
    );
  });

  it('says since when the status holds', () => {
    fc.assert(
      fc.property(fc.array(moves, { maxLength: 15 }), (history) => {
        const statuses = history.map((_step, index) => expected(history.slice(0, index + 1)));
        const lastChange = statuses.findLastIndex(
          (status, index) => status !== (index === 0 ? 'invited' : statuses[index - 1]),
        );
        const since =
          lastChange === -1
            ? '2026-01-15T09:00:00.000Z'
            : new Date(1_800_000_000_000 + lastChange * 1000).toISOString();
        expect(statusAfter(history).statusSince).toBe(since);
      }),
      { numRuns: 500 },
    );
  });
});
