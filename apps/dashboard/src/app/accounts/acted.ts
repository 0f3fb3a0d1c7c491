import type { ConnectedAccountItem } from '@linkage/contracts';

/** The account that an action is about. */
export type Acted = Pick<ConnectedAccountItem, 'accountId' | 'creatorName' | 'platform' | 'username'>;
