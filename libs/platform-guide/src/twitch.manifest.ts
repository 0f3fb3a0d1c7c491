import {
  ages,
  avatar,
  cities,
  comments,
  countries,
  displayName,
  followers,
  genders,
  impressions,
  likes,
  reach,
  saves,
  shares,
  username,
  views,
} from './figure-words';
import type { PlatformData, PlatformManifest } from './manifest';

/** Any channel, by the Helix API. */
export const twitch = {
  id: 'twitch',
  name: 'Twitch',
  spoken: 'Twitch',
  mark: 'M11.571 4.714h1.715v5.143H11.57zm4.715 0H18v5.143h-1.714zM6 0L1.714 4.286v15.428h5.143V24l4.286-4.286h3.428L22.286 12V0zm14.571 11.143l-3.428 3.428h-3.429l-3 3v-3H6.857V1.714h13.714Z',
  colour: '#9146ff',
  content: { one: 'video', many: 'videos' },
  followers: { one: 'follower', many: 'followers' },
  hosts: {
    id: 'https://id.twitch.tv',
    api: 'https://api.twitch.tv',
    /** Only for links that people open. */
    www: 'https://www.twitch.tv',
  },
  pictureHosts: ['static-cdn.jtvnw.net', '*.twitch.tv', '*.twitchcdn.net'],
  permissions: {
    email: {
      scope: 'user:read:email',
      label: 'See your e-mail address',
      required: false,
      without: 'your e-mail stays empty',
    },
  },
  ineligible: [],
  condition: null,
  tips: ['Sign in with the login of your channel, then authorise.'],
  inAppBrowser: null,
} as const satisfies PlatformManifest;

const noAudience = 'Twitch tells no app who a channel’s followers are.';

export const twitchData: PlatformData<keyof typeof twitch.permissions> = {
  setup: { makeAppAt: 'dev.twitch.tv/console', product: 'application of the client type "Confidential"' },
  audienceOf: 'followers',
  identity: {
    displayName: { words: displayName, from: { call: 'GET /helix/users', field: 'display_name', permission: null } },
    username: { words: username, from: { call: 'GET /helix/users', field: 'login', permission: null } },
    avatar: { words: avatar, from: { call: 'GET /helix/users', field: 'profile_image_url', permission: null } },
    email: {
      words: {
        label: 'E-mail',
        note: 'from the account',
        definition: 'The verified e-mail of the account.',
        unit: 'text',
      },
      from: { call: 'GET /helix/users', field: 'email', permission: 'email' },
    },
  },
  profile: {
    followers: { words: followers, from: { call: 'GET /helix/channels/followers', field: 'total', permission: null } },
    videos: {
      words: {
        label: 'Videos',
        note: 'available now',
        definition:
          'Past broadcasts, highlights and uploads that can be watched now. Twitch deletes broadcasts after a while.',
        unit: 'number',
      },
      from: { call: 'GET /helix/videos', field: 'counted', permission: null },
    },
    views: {
      words: {
        label: 'Views',
        note: 'of the channel',
        definition: 'How often the channel was watched, since it began.',
        unit: 'number',
      },
      notOffered: 'Twitch stopped counting the views of channels in 2022.',
    },
  },
  audience: {
    countries: { words: countries, notOffered: noAudience },
    cities: { words: cities, notOffered: noAudience },
    ages: { words: ages, notOffered: noAudience },
    genders: { words: genders, notOffered: noAudience },
  },
  content: {
    likes: { words: likes, notOffered: 'Videos and clips on Twitch have no likes.' },
    comments: { words: comments, notOffered: 'Videos and clips on Twitch have no comments.' },
    views: {
      words: views,
      from: { call: 'GET /helix/videos, GET /helix/clips', field: 'view_count', permission: null },
    },
    impressions: { words: impressions, notOffered: 'Twitch counts views only.' },
    reach: { words: reach, notOffered: 'Twitch counts views only.' },
    shares: { words: shares, notOffered: 'Twitch counts views only.', onCards: false },
    saves: { words: saves, notOffered: 'Twitch counts views only.', onCards: false },
  },
  contentTypes: [
    { type: 'stream', one: 'Live', many: 'Live', shape: 'wide' },
    { type: 'video', one: 'Video', many: 'Video', shape: 'wide' },
    { type: 'short', one: 'Clip', many: 'Clips', shape: 'wide' },
  ],
};
