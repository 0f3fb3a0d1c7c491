export type {
  AudienceCaptured,
  ContentDiscovered,
  ContentMetricsCaptured,
  FiguresFact,
  ProfileCaptured,
  RefreshCompleted,
  RefreshFact,
  RefreshFailed,
  RefreshGivenBack,
  RefreshStarted,
  SocialAccountFact,
} from '@linkage/published-facts';
