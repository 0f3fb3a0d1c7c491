export type {
  AccessLostCause,
  AccountIdentity,
  SocialAccountAccessLost,
  SocialAccountAccessRegained,
  SocialAccountConnected,
  SocialAccountDisconnected,
  SocialAccountFact,
  SocialAccountReconnected,
} from '@linkage/published-facts';
