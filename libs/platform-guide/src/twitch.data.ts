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
import type { PlatformData } from './manifest';
import type { twitch } from './twitch.manifest';

const noAudience = 'Twitch tells no app who a channel’s followers are.';

export const twitchData: PlatformData<keyof typeof twitch.permissions> = {
  setup: {
    makeAppAt: 'dev.twitch.tv/console',
    product: 'application of the client type "Confidential"',
    webhook: {
      secretLength: [10, 100],
      says: 'Twitch says at once when a creator disconnects Linkage there; otherwise Linkage asks every hour.',
    },
  },
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
    liveViewers: {
      words: {
        label: 'Live viewers',
        note: 'at the last refresh',
        definition: 'How many people were watching at the last refresh, if the channel was live then.',
        unit: 'number',
      },
      from: {
        call: 'GET /helix/streams',
        field: 'viewer_count',
        permission: null,
        whenNone: {
          title: 'Not live',
          note: 'at the last refresh',
          why: 'The channel was not live at the last refresh.',
        },
      },
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
    {
      type: 'stream',
      one: 'Broadcast',
      many: 'Broadcasts',
      shape: 'wide',
      removal: 'Twitch removes past broadcasts after a while.',
    },
    { type: 'video', one: 'Video', many: 'Video', shape: 'wide' },
    { type: 'short', one: 'Clip', many: 'Clips', shape: 'wide' },
  ],
};
