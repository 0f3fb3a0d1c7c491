import type { Recorded } from '@linkage/event-sourcing';
import type { SocialAccountFact } from './refresh.events';

type Connecting = Extract<
  Recorded<SocialAccountFact>,
  { readonly type: 'SocialAccountConnected' | 'SocialAccountReconnected' }
>;

const connects = (fact: Recorded<SocialAccountFact>): fact is Connecting =>
  fact.type === 'SocialAccountConnected' || fact.type === 'SocialAccountReconnected';

/** Which account of its platform it is, and what it was called, when its creator connected it last. */
export const connectedAs = (newestFirst: readonly Recorded<SocialAccountFact>[]): Connecting['data'] | undefined =>
  newestFirst.find(connects)?.data;
