export type {
  AttemptFact,
  AttemptProgress,
  AuthorizationAbandoned,
  AuthorizationChoiceOffered,
  AuthorizationFailed,
  AuthorizationGivenBack,
  AuthorizationStarted,
  AuthorizationSucceeded,
} from '@linkage/published-facts';
