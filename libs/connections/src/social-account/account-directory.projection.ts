import { projection } from '@linkage/event-sourcing';
import type { PlatformId } from '@linkage/published-facts';
import type { SocialAccountConnected } from './social-account.events';

/** Where an account is kept, also once it is disconnected. */
export interface AccountAddress {
  readonly accountId: string;
  readonly workspaceId: string;
  readonly platform: PlatformId;
  readonly stream: string;
}

/** From an account's id to its stream, whose name cannot be worked out from the id. */
export const accountDirectory = projection<AccountAddress, SocialAccountConnected>({
  name: 'account-directory',
  version: 1,
  streams: ['account-'],
  on: ['SocialAccountConnected'],
  fields: {},
  key: (fact) => fact.data.accountId,
  project: (row, { data: { accountId, platform }, workspaceId, stream }) =>
    row ?? { accountId, workspaceId, platform, stream },
});
