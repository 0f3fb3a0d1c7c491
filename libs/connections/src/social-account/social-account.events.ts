export type {
  AccessLostCause,
  AccountIdentity,
  SocialAccountAccessLost,
  SocialAccountConnected,
  SocialAccountDisconnected,
  SocialAccountFact,
  SocialAccountReconnected,
} from '@linkage/published-facts';
