import type {
  AudienceSnapshot,
  ContentFigures,
  ContentItem,
  ProfileSnapshot,
  SocialAccountConnected,
  SocialAccountFact,
} from '@linkage/published-facts';
import type {
  AccountAnsweredAgain,
  AudienceCaptured,
  ContentChanged,
  ContentDeleted,
  ContentDiscovered,
  ContentMetricsCaptured,
  ContentRestored,
  MissingPart,
  ProfileCaptured,
  RefreshCompleted,
  RefreshFailed,
  RefreshGivenBack,
  RefreshStarted,
} from './refresh.events';

/** Facts for specs: Amélie's Instagram account. */
export const workspaceId = '01936000-0000-7000-8000-0000000000ff';
export const invitationId = '01936000-0000-7000-8000-000000000001';
export const accountId = '01936000-0000-7000-8000-00000000000a';
export const accountStream = 'account-pK3xqAmelie';
const ofAmelie = { accountId, invitationId, platform: 'instagram' } as const;
const ofRun = { ...ofAmelie, refreshId: 'r1' };

export const anAccountConnected = (data: Partial<SocialAccountConnected['data']> = {}): SocialAccountConnected => ({
  type: 'SocialAccountConnected',
  data: {
    ...ofAmelie,
    granted: ['instagram_business_basic'],
    platformAccountId: '17841400000000001',
    username: 'atelier.amelie',
    displayName: 'Amélie Rousseau',
    avatarUrl: null,
    creatorName: 'Amélie Rousseau',
    creatorEmail: 'amelie@rousseau.example',
    ...data,
  },
});
export const anAccountReconnected = (): SocialAccountFact => ({
  type: 'SocialAccountReconnected',
  data: {
    ...ofAmelie,
    granted: [],
    platformAccountId: '17841400000000001',
    username: 'atelier.amelie',
    displayName: 'Amélie',
    avatarUrl: null,
  },
});
export const anAccountDisconnected = (): SocialAccountFact => ({
  type: 'SocialAccountDisconnected',
  data: { ...ofAmelie, by: 'creator' },
});
export const anAccessLost = (): SocialAccountFact => ({
  type: 'SocialAccountAccessLost',
  data: { ...ofAmelie, cause: 'expired' },
});
export const anAccessRegained = (): SocialAccountFact => ({ type: 'SocialAccountAccessRegained', data: ofAmelie });

export const aRefreshStarted = (data: Partial<RefreshStarted['data']> = {}): RefreshStarted => ({
  type: 'RefreshStarted',
  data: { ...ofRun, because: 'due', ...data },
});
export const aRefreshCompleted = (data: Partial<RefreshCompleted['data']> = {}): RefreshCompleted => ({
  type: 'RefreshCompleted',
  data: { ...ofRun, missing: [], nextDueAt: '2026-11-24T05:50:00.000Z', ...data },
});
export const aMissingPart = (part: Partial<MissingPart> = {}): MissingPart => ({
  section: 'audience',
  part: 'ages',
  reason: 'platform-down',
  reportId: 'r1',
  inARow: 1,
  ...part,
});
export const aRefreshFailed = (data: Partial<RefreshFailed['data']> = {}): RefreshFailed => ({
  type: 'RefreshFailed',
  data: {
    ...ofRun,
    outcome: 'platform-down',
    cause: null,
    retryAt: null,
    nextDueAt: '2026-11-23T06:19:00.000Z',
    ...data,
  },
});
export const anAnswerAgain = (): AccountAnsweredAgain => ({ type: 'AccountAnsweredAgain', data: ofAmelie });
export const aRefreshGivenBack = (): RefreshGivenBack => ({ type: 'RefreshGivenBack', data: ofRun });

export const aProfile = (profile: Partial<ProfileSnapshot> = {}): ProfileSnapshot => ({
  username: 'atelier.amelie',
  displayName: 'Amélie Rousseau',
  avatarUrl: null,
  profileUrl: 'https://www.instagram.com/atelier.amelie/',
  email: { is: 'not-offered' },
  figures: { followers: { is: 'value', value: 41_702 }, posts: { is: 'value', value: 2_310 } },
  ...profile,
});
export const anAudience = (audience: Partial<AudienceSnapshot> = {}): AudienceSnapshot => ({
  of: 'followers',
  countries: {
    is: 'value',
    value: [
      { key: 'FR', share: 0.462 },
      { key: 'BE', share: 0.148 },
    ],
  },
  cities: { is: 'below-threshold' },
  ages: { is: 'not-offered' },
  genders: { is: 'permission-missing' },
  ...audience,
});
export const aPost = (contentId: string, item: Partial<ContentItem> = {}): ContentItem => ({
  contentId,
  type: 'image',
  publishedAt: '2026-11-18T10:00:00.000Z',
  title: 'First snow',
  url: null,
  thumbnailUrl: null,
  expiresAt: null,
  ...item,
});
export const likes = (value: number): ContentFigures => ({
  likes: { is: 'value', value },
  views: { is: 'not-applicable' },
});

export const aProfileCaptured = (profile = aProfile()): ProfileCaptured => ({
  type: 'ProfileCaptured',
  data: { ...ofRun, profile },
});
export const anAudienceCaptured = (audience = anAudience()): AudienceCaptured => ({
  type: 'AudienceCaptured',
  data: { ...ofRun, audience },
});
export const aDiscovery = (...items: ContentItem[]): ContentDiscovered => ({
  type: 'ContentDiscovered',
  data: { ...ofRun, items },
});
export const contentChanged = (changes: ContentChanged['data']['changes']): ContentChanged => ({
  type: 'ContentChanged',
  data: { ...ofRun, changes },
});
export const contentDeleted = (contentIds: readonly string[]): ContentDeleted => ({
  type: 'ContentDeleted',
  data: { ...ofRun, contentIds },
});
export const contentRestored = (contentIds: readonly string[]): ContentRestored => ({
  type: 'ContentRestored',
  data: { ...ofRun, contentIds },
});
export const metricsCaptured = (metrics: ContentMetricsCaptured['data']['metrics']): ContentMetricsCaptured => ({
  type: 'ContentMetricsCaptured',
  data: { ...ofRun, metrics },
});
