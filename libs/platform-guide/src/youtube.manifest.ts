import type { PlatformManifest } from './manifest';

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
      label: 'View your YouTube account',
      required: true,
      without: 'the channel cannot be connected',
    },
    analytics: {
      scope: 'https://www.googleapis.com/auth/yt-analytics.readonly',
      label: 'View YouTube Analytics reports for your YouTube content',
      required: false,
      without: 'your audience and your watch time stay empty',
    },
    email: {
      /** Google answers with this name also where `email` was asked for. */
      scope: 'https://www.googleapis.com/auth/userinfo.email',
      label: 'See your primary Google Account email address',
      required: false,
      without: 'your e-mail stays empty',
    },
  },
  ineligible: [
    {
      reason: 'no-channel',
      what: 'This Google account has no channel',
      help: 'YouTube shares figures for channels only. Ask {creator} to use the account that owns the channel.',
      message: 'This Google account has no channel. Try again with the account that owns your channel.',
      told: 'the account has no channel',
      lasting: true,
    },
  ],
  onlyCancel: null,
  firstQuestion: null,
  condition: null,
  tips: [
    'Use the Google account that owns the channel. With several channels Google asks which one to use.',
    'Leave both YouTube boxes ticked; without them YouTube gives no figures.',
  ],
  otherAccount: {
    ask: { prompt: 'select_account consent' },
    hint: null,
  },
  inAppBrowser: null,
} as const satisfies PlatformManifest;
