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
import type { PlatformData, PlatformManifest } from './manifest';

/** Channels, by the Data API v3 and the Analytics API v2. */
export const youtube = {
  id: 'youtube',
  name: 'YouTube',
  spoken: 'YouTube',
  mark: 'M23.498 6.186a3.016 3.016 0 0 0-2.122-2.136C19.505 3.545 12 3.545 12 3.545s-7.505 0-9.377.505A3.017 3.017 0 0 0 .502 6.186C0 8.07 0 12 0 12s0 3.93.502 5.814a3.016 3.016 0 0 0 2.122 2.136c1.871.505 9.376.505 9.376.505s7.505 0 9.377-.505a3.015 3.015 0 0 0 2.122-2.136C24 15.93 24 12 24 12s0-3.93-.502-5.814zM9.545 15.568V8.432L15.818 12l-6.273 3.568z',
  colour: '#e60000',
  content: { one: 'video', many: 'videos' },
  followers: { one: 'subscriber', many: 'subscribers' },
  hosts: {
    accounts: 'https://accounts.google.com',
    oauth2: 'https://oauth2.googleapis.com',
    googleapis: 'https://www.googleapis.com',
    analytics: 'https://youtubeanalytics.googleapis.com',
    /** Only for links that people open. */
    www: 'https://www.youtube.com',
  },
  pictureHosts: ['i.ytimg.com', 'yt3.ggpht.com', 'yt3.googleusercontent.com'],
  permissions: {
    channel: {
      scope: 'https://www.googleapis.com/auth/youtube.readonly',
      label: 'View your YouTube channel and videos',
      required: true,
      without: 'the channel cannot be connected',
    },
    analytics: {
      scope: 'https://www.googleapis.com/auth/yt-analytics.readonly',
      label: 'View your YouTube Analytics reports',
      required: false,
      without: 'your audience and your watch time stay empty',
    },
    email: {
      /** Google answers with this name also where `email` was asked for. */
      scope: 'https://www.googleapis.com/auth/userinfo.email',
      label: 'See your e-mail address',
      required: false,
      without: 'your e-mail stays empty',
    },
  },
  ineligible: [
    {
      reason: 'no-channel',
      what: 'This YouTube login has no channel',
      help: 'YouTube shares figures for channels only. Ask {creator} to use the login that owns the channel.',
      message: 'This YouTube login has no channel. Try again with the login that owns your channel.',
      told: 'the login has no channel',
      lasting: true,
    },
  ],
  condition: null,
  tips: [
    'Use the Google login that owns the channel. With several channels Google asks which one to use.',
    'Leave both YouTube boxes ticked; without them YouTube gives no figures.',
  ],
  inAppBrowser: null,
} as const satisfies PlatformManifest;

const few = 'YouTube leaves out what too few viewers are behind; it does not say how many it takes.';
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
      from: { call: 'GET /youtube/v3/channels', field: 'statistics.subscriberCount', permission: 'channel' },
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
        note: 'public ones',
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
        note: 'all videos',
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
      from: { call: 'GET /youtube/v3/videos', field: 'statistics.likeCount', permission: 'channel' },
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
