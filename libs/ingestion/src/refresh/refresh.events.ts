export type {
  AudienceCaptured, ContentDiscovered, ContentMetricsCaptured, FiguresFact, ProfileCaptured, RefreshCompleted, RefreshFact, RefreshFailed,
  RefreshStarted, SocialAccountFact,
} from '@linkage/published-facts';
