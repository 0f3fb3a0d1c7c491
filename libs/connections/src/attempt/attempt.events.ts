export type {
  AttemptFact,
  AuthorizationAbandoned,
  AuthorizationFailed,
  AuthorizationStarted,
  AuthorizationSucceeded,
} from '@linkage/published-facts';
