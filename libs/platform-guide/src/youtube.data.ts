import {
  ages,
  avatar,
  cities,
  comments,
  countries,
  displayName,
  genders,
  impressions,
  likes,
  reach,
  shares,
  username,
} from './figure-words';
import type { PlatformData } from './manifest';
import type { youtube } from './youtube.manifest';

const few = 'YouTube leaves out what too few viewers are behind; it does not say how many it takes.';
const hiddenByTheCreator = { title: 'Hidden by the creator', note: 'they can show it in YouTube Studio' } as const;
const reports = 'Two to three days late.';

export const youtubeData: PlatformData<keyof typeof youtube.permissions> = {
  setup: {
    makeAppAt: 'console.cloud.google.com',
    product: 'OAuth client "Web application"; enable YouTube Data API v3 and YouTube Analytics API',
  },
  audienceOf: 'viewers',
  identity: {
    displayName: {
      words: displayName,
      from: { call: 'GET /youtube/v3/channels', field: 'snippet.title', permission: 'channel' },
    },
    username: {
      words: username,
      from: { call: 'GET /youtube/v3/channels', field: 'snippet.customUrl', permission: 'channel' },
    },
    avatar: {
      words: avatar,
      from: { call: 'GET /youtube/v3/channels', field: 'snippet.thumbnails', permission: 'channel' },
    },
    email: {
      words: {
        label: 'E-mail',
        note: 'from the account',
        definition: 'The e-mail of the Google account behind the channel.',
        unit: 'text',
      },
      from: { call: 'GET /oauth2/v2/userinfo', field: 'email', permission: 'email' },
    },
  },
  profile: {
    followers: {
      words: {
        label: 'Subscribers',
        note: 'rounded by YouTube',
        definition:
          'Accounts subscribed to this channel. YouTube gives three digits only, and nothing where it is hidden.',
        unit: 'number',
      },
      from: {
        call: 'GET /youtube/v3/channels',
        field: 'statistics.subscriberCount',
        permission: 'channel',
        whenHidden: {
          ...hiddenByTheCreator,
          why: 'The creator hides the number of subscribers. They can show it in YouTube Studio.',
        },
      },
    },
    videos: {
      words: {
        label: 'Videos',
        note: 'since the channel began',
        definition: 'Public videos of the channel, Shorts and recorded streams included.',
        unit: 'number',
      },
      from: { call: 'GET /youtube/v3/channels', field: 'statistics.videoCount', permission: 'channel' },
    },
    playlists: {
      words: {
        label: 'Playlists',
        note: 'public',
        definition: 'Public playlists of the channel.',
        unit: 'number',
      },
      from: { call: 'GET /youtube/v3/playlists', field: 'pageInfo.totalResults', permission: 'channel' },
    },
    watchTimeMinutes: {
      words: {
        label: 'Total watch time',
        note: 'since the channel began',
        definition: 'All the time that people have spent watching this channel, since it began.',
        unit: 'minutes',
      },
      from: { call: 'GET /v2/reports', field: 'estimatedMinutesWatched', permission: 'analytics', pace: reports },
    },
    views: {
      words: {
        label: 'Views',
        note: 'of all videos',
        definition: 'How often videos of this channel were watched, since it began.',
        unit: 'number',
      },
      from: { call: 'GET /youtube/v3/channels', field: 'statistics.viewCount', permission: 'channel' },
    },
  },
  audience: {
    countries: {
      words: countries,
      from: {
        call: 'GET /v2/reports',
        field: 'views by country, 90 days',
        permission: 'analytics',
        threshold: few,
        pace: reports,
      },
    },
    cities: {
      words: cities,
      from: {
        call: 'GET /v2/reports',
        field: 'views by city, 90 days',
        permission: 'analytics',
        threshold: few,
        pace: reports,
      },
    },
    ages: {
      words: ages,
      from: {
        call: 'GET /v2/reports',
        field: 'viewerPercentage by ageGroup, 90 days',
        permission: 'analytics',
        threshold: few,
        pace: reports,
      },
    },
    genders: {
      words: genders,
      from: {
        call: 'GET /v2/reports',
        field: 'viewerPercentage by gender, 90 days',
        permission: 'analytics',
        threshold: few,
        pace: reports,
      },
    },
  },
  content: {
    likes: {
      words: likes,
      from: {
        call: 'GET /youtube/v3/videos',
        field: 'statistics.likeCount',
        permission: 'channel',
        whenHidden: {
          ...hiddenByTheCreator,
          why: 'The creator hides the likes of this video. They can show them in YouTube Studio.',
        },
      },
    },
    comments: {
      words: comments,
      from: { call: 'GET /youtube/v3/videos', field: 'statistics.commentCount', permission: 'channel' },
    },
    views: {
      words: {
        label: 'Views',
        note: 'repeats counted',
        definition: 'How often playing was started, repeats by the same person counted.',
        unit: 'number',
      },
      from: { call: 'GET /youtube/v3/videos', field: 'statistics.viewCount', permission: 'channel' },
    },
    impressions: {
      words: impressions,
      notOffered: 'YouTube counts how often a thumbnail was shown, and gives that in bulk reports only.',
    },
    reach: { words: reach, notOffered: 'YouTube tells no app how many different people watched a video.' },
    shares: {
      words: shares,
      from: { call: 'GET /v2/reports', field: 'shares', permission: 'analytics', pace: reports },
      onCards: false,
    },
    saves: {
      words: {
        label: 'Saves',
        note: 'at the last refresh',
        definition: 'How often it was put on a playlist, “Watch later” included.',
        unit: 'number',
      },
      from: { call: 'GET /v2/reports', field: 'videosAddedToPlaylists', permission: 'analytics', pace: reports },
      onCards: false,
    },
  },
  contentTypes: [
    { type: 'video', one: 'Video', many: 'Video', shape: 'wide' },
    { type: 'short', one: 'Short', many: 'Shorts', shape: 'tall' },
    { type: 'stream', one: 'Live', many: 'Live', shape: 'wide' },
  ],
};
