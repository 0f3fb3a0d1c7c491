import type { PlatformManifest } from './manifest';

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
      label: 'View your email address',
      required: false,
      without: 'your e-mail stays empty',
    },
  },
  ineligible: [],
  onlyCancel: null,
  firstQuestion: null,
  condition: null,
  tips: ['Sign in with the account of your channel, then authorise.'],
  otherAccount: {
    ask: { force_verify: 'true' },
    hint: 'On Twitch’s page choose “Not you?” beside the name to sign in as another.',
  },
  inAppBrowser: null,
} as const satisfies PlatformManifest;
