import type { AccessLostCause, PlatformId } from '@linkage/published-facts';
import type { OwnMeanings } from './faults';
import type { PlatformCase } from './subject';

const hour = 3_600_000;
const day = 24 * hour;
const audienceParts = ['countries', 'cities', 'ages', 'genders'].map((part) => `audience.${part}`);
const ofPosts = (figure: string): string => `post.figures.${figure}`;

const gone = { named: 'gone', lost: 'refused' } as const;
const ended = (cause: AccessLostCause) => ({ named: 'ended', cause, lost: 'refused' }) as const;

const meanings: OwnMeanings = {
  'token-expired': ended('expired'),
  'account-deleted': gone,
  restricted: ended('no-longer-valid'),
};
/** Alike on both platforms of Meta. */
const ofMeta = {
  meanings,
  ownStrange: ['under-threshold', 'metric-retired'],
  expired: { outcome: 'needs-reauthorization', cause: 'expired' },
  refused: 'permission-revoked',
  endings: [
    { by: 'revoked', person: 'noor.alhadi', cause: 'permission-revoked' },
    { by: 'password-changed', person: 'el.faro.radio', cause: 'password-changed' },
  ],
} as const;
const ofMetaPeople = {
  ordinary: 'pixel.moth',
  small: 'tiny.tinsmith',
  silent: 'empty.shelf',
  sparing: 'sana.moves',
  busy: { id: 'dhakadiary', posts: 5000 },
} as const;

const instagram: PlatformCase = {
  ...ofMeta,
  platform: 'instagram',
  people: ofMetaPeople,
  calls: [
    { path: '/me', decides: true, costs: [] },
    {
      path: '/insights',
      costs: ['profile.reach28d', ...audienceParts, ...['reach', 'shares', 'saves', 'views'].map(ofPosts)],
    },
    { path: '/stories', costs: ['posts'], isUncounted: true },
    { path: '/media', costs: ['posts'] },
  ],
  optional: {
    permission: 'instagram_business_manage_insights',
    empties: [...audienceParts, 'post.shares'],
  },
  counted: ['likes', 'comments', 'reach', 'shares', 'saves', 'views'],
  accessLifeMs: 60 * day,
  revokes: false,
};

const youtube: PlatformCase = {
  platform: 'youtube',
  people: {
    ordinary: 'luciaferngarden',
    small: 'tinyworkbench',
    silent: 'blankreel',
    sparing: 'kwamecuts',
    busy: { id: 'dhakadiary', posts: 5000 },
    notEligible: { id: 'pat.watches', trouble: { outcome: 'not-eligible', reason: 'no-channel' } },
  },
  calls: [
    { path: '/v3/channels', decides: true, costs: [] },
    // The quota is one for all calls of the Data API: nothing more is asked of it.
    { path: '/v3/playlists', costs: ['profile.playlists'], costsOf: { quota: ['profile.playlists', 'posts'] } },
    { path: '/userinfo', costs: ['profile.email'] },
    {
      path: '/reports',
      costs: [
        'profile.watchTimeMinutes',
        ...audienceParts,
        ...['shares', 'saves'].map(ofPosts),
        'post.url',
        'post.type',
      ],
    },
    { path: '/v3/playlistItems', costs: ['posts'] },
    { path: '/v3/videos', costs: ['posts'] },
  ],
  ownFaults: ['quota'],
  ownStrange: ['metric-retired'],
  meanings: { restricted: ended('account-gone') },
  optional: {
    permission: 'https://www.googleapis.com/auth/yt-analytics.readonly',
    empties: [...audienceParts, 'profile.watchTimeMinutes', 'post.shares'],
  },
  counted: ['likes', 'comments', 'shares', 'saves', 'views'],
  accessLifeMs: hour,
  expired: { outcome: 'refresh-token' },
  refused: 'no-longer-valid',
  endings: [{ by: 'revoked', person: 'studioalqamar', cause: 'no-longer-valid' }],
  revokes: true,
};

const tiktok: PlatformCase = {
  platform: 'tiktok',
  people: {
    ordinary: 'atelier.amelie',
    silent: 'empty.shelf',
    sparing: 'sana.moves',
    busy: { id: 'dhakadiary', posts: 5000 },
  },
  calls: [
    { path: '/v2/user/info', decides: true, costs: [] },
    { path: '/v2/video/list', costs: ['posts'] },
  ],
  optional: { permission: 'video.list', empties: ['posts'] },
  meanings: { 'account-deleted': ended('no-longer-valid') },
  counted: ['likes', 'comments', 'shares', 'views'],
  accessLifeMs: 2 * hour,
  expired: { outcome: 'refresh-token' },
  refused: 'no-longer-valid',
  endings: [
    { by: 'revoked', person: 'noor.alhadi', cause: 'no-longer-valid' },
    { by: 'password-changed', person: 'darya.pechet', cause: 'no-longer-valid' },
  ],
  revokes: true,
};

const twitch: PlatformCase = {
  platform: 'twitch',
  people: {
    ordinary: 'nightshift_live',
    silent: 'blankreel',
    sparing: 'sanamoves',
    busy: { id: 'dhakadiary', posts: 5000 },
  },
  calls: [
    { path: '/helix/users', decides: true, costs: [] },
    { path: '/helix/channels/followers', costs: ['profile.followers'] },
    { path: '/helix/streams', costs: ['profile.liveViewers'] },
    { path: '/helix/videos', costs: ['profile.videos', 'posts'], isUncounted: true },
    { path: '/helix/clips', costs: ['posts'], isUncounted: true },
  ],
  meanings: { 'account-deleted': ended('no-longer-valid') },
  counted: ['views'],
  accessLifeMs: 14_154_000,
  expired: { outcome: 'refresh-token' },
  refused: 'no-longer-valid',
  endings: [
    { by: 'revoked', person: 'noor_alhadi', cause: 'no-longer-valid' },
    { by: 'password-changed', person: 'darya_pechet', cause: 'no-longer-valid' },
  ],
  revokes: true,
};

/** Nothing more is asked where the platform refuses the app. */
const allLater = ['posts', ofPosts('impressions')];
const appRefused = { cap: allLater, credits: allLater };

const twitter: PlatformCase = {
  platform: 'twitter',
  people: {
    ordinary: 'darya_pechet',
    silent: 'emptyshelf',
    sparing: 'hiddenharbour',
    busy: { id: 'dhakadiary', posts: 3200 },
  },
  calls: [
    { path: '/2/users/me', decides: true, costs: [] },
    { path: '/tweets', costs: ['posts'] },
    { path: '/2/tweets', costs: [ofPosts('impressions')], costsOf: appRefused },
  ],
  ownFaults: ['cap', 'credits'],
  meanings: {
    'account-deleted': gone,
    restricted: ended('account-gone'),
    'scope-taken': { named: 'unexpected', lost: 'refused' },
  },
  counted: ['likes', 'comments', 'shares', 'saves', 'impressions'],
  accessLifeMs: 2 * hour,
  expired: { outcome: 'refresh-token' },
  refused: 'no-longer-valid',
  endings: [
    { by: 'revoked', person: 'qamarmusic', cause: 'no-longer-valid' },
    { by: 'password-changed', person: 'newwords_noa', cause: 'no-longer-valid' },
  ],
  revokes: true,
};

const facebook: PlatformCase = {
  ...ofMeta,
  platform: 'facebook',
  people: {
    ...ofMetaPeople,
    notEligible: { id: 'pat.noprofile', trouble: { outcome: 'not-eligible', reason: 'no-page' } },
  },
  calls: [
    { path: '/v26.0/:page', decides: true, costs: [] },
    {
      path: '/insights',
      costs: [
        'profile.reach28d',
        'audience.countries',
        'audience.cities',
        ...['reach', 'views', 'shares', 'likes'].map(ofPosts),
      ],
    },
    { path: '/v26.0/me', costs: ['profile.email'] },
    { path: '/stories', costs: ['posts'], isUncounted: true },
    { path: '/live_videos', costs: ['post.type'], costsOf: { 'scope-taken': [], 'account-deleted': [] } },
    { path: '/published_posts', costs: ['posts', 'profile.posts'] },
  ],
  optional: {
    permission: 'read_insights',
    empties: ['audience.countries', 'audience.cities', 'profile.reach28d', 'post.reach', 'post.views'],
  },
  counted: ['likes', 'comments', 'shares', 'reach', 'views'],
  accessLifeMs: null,
  revokes: true,
};

/** What each platform's connector is tried with. Whatever stands here is told in docs/failures.md, too. */
export const contractCases: Readonly<Record<PlatformId, PlatformCase>> = {
  instagram,
  youtube,
  twitter,
  tiktok,
  twitch,
  facebook,
};
