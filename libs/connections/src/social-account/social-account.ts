import type { AccessLostCause, PlatformId } from '@linkage/published-facts';
import { type Decider, ERASED } from '@linkage/event-sourcing';
import type { SocialAccountFact } from './social-account.events';

/** `lost`: the platform said that the access is gone. `disconnected`: the creator or a member ended it. */
type AccountCondition =
  { readonly is: 'working' | 'disconnected' } | { readonly is: 'lost'; readonly cause: AccessLostCause };

/** One social account in one workspace. It belongs to the invitation through which it was connected first. */
export type SocialAccount =
  | { readonly exists: false }
  | {
      readonly exists: true;
      readonly accountId: string;
      readonly invitationId: string;
      readonly platform: PlatformId;
      readonly username: string;
      /** Its creator was erased: the next connection begins anew. */
      readonly erased: boolean;
      readonly condition: AccountCondition;
    };

const working: AccountCondition = { is: 'working' };

export const socialAccount: Decider<SocialAccount, SocialAccountFact> = {
  initial: { exists: false },
  evolve(state, fact) {
    const { accountId, invitationId, platform } = fact.data;
    switch (fact.type) {
      case 'SocialAccountConnected':
      case 'SocialAccountReconnected': {
        const { username } = fact.data;
        const erased = username === ERASED;
        return { exists: true, accountId, invitationId, platform, username, erased, condition: working };
      }
      case 'SocialAccountDisconnected':
        return state.exists ? { ...state, condition: { is: 'disconnected' } } : state;
      case 'SocialAccountAccessLost':
        return state.exists ? { ...state, condition: { is: 'lost', cause: fact.data.cause } } : state;
      case 'SocialAccountAccessRegained':
        return state.exists ? { ...state, condition: working } : state;
    }
  },
};

/** An account that is connected, or was and has to be connected again, has its seat of the plan already. */
export const hasSeat = (account: SocialAccount): boolean =>
  account.exists && !account.erased && account.condition.is !== 'disconnected';
