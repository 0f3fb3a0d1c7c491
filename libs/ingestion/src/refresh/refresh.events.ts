export type {
  AudienceCaptured,
  ContentDiscovered,
  ContentMetricsCaptured,
  FiguresFact,
  MissingPart,
  ProfileCaptured,
  RefreshCompleted,
  RefreshFact,
  RefreshFailed,
  RefreshGivenBack,
  RefreshStarted,
  SocialAccountFact,
} from '@linkage/published-facts';
