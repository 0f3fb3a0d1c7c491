import { projection } from '@linkage/event-sourcing';
import type { SocialAccountConnected } from './erasure.events';

interface AccountCreator {
  readonly accountId: string;
  /** The creator's invitation. */
  readonly subject: string;
}

/** A platform's request to delete data names accounts; the operator erases the person. */
export const accountCreators = projection<AccountCreator, SocialAccountConnected>({
  name: 'account-creators',
  version: 1,
  streams: ['account-'],
  on: ['SocialAccountConnected'],
  fields: {},
  key: (fact) => fact.data.accountId,
  project: (_row, { data: { accountId, invitationId } }) => ({ accountId, subject: invitationId }),
});
