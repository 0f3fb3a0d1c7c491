import { seatAfter, type AccountSeat, type SocialAccountFact } from '@linkage/published-facts';
import { projection } from '@linkage/event-sourcing';

/** Which accounts take a seat of the workspace's plan. */
export const usedSeats = projection<AccountSeat, SocialAccountFact>({
  name: 'used-seats',
  version: 1,
  streams: ['account-'],
  on: ['SocialAccountConnected', 'SocialAccountReconnected', 'SocialAccountDisconnected', 'SocialAccountAccessLost'],
  fields: { workspaceId: 'text', taken: 'number' },
  counts: [['workspaceId', 'taken']],
  key: (fact) => fact.data.accountId,
  project: (_, fact) => seatAfter(fact),
});
