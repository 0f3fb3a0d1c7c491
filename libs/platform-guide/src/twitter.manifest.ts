import type { PlatformManifest } from './manifest';

/** Any account, by the API v2. */
export const twitter = {
  id: 'twitter',
  name: 'X (Twitter)',
  spoken: 'X',
  mark: 'M14.234 10.162 22.977 0h-2.072l-7.591 8.824L7.251 0H.258l9.168 13.343L.258 24H2.33l8.016-9.318L16.749 24h6.993zm-2.837 3.299-.929-1.329L3.076 1.56h3.182l5.965 8.532.929 1.329 7.754 11.09h-3.182z',
  colour: 'light-dark(#0f0f10, #000)',
  content: { one: 'post', many: 'posts' },
  followers: { one: 'follower', many: 'followers' },
  hosts: {
    www: 'https://x.com',
    api: 'https://api.x.com',
  },
  pictureHosts: ['pbs.twimg.com', 'abs.twimg.com'],
  permissions: {
    users: {
      scope: 'users.read',
      label: 'Any account you can view, including protected accounts',
      required: true,
      without: 'the account cannot be connected',
    },
    posts: {
      scope: 'tweet.read',
      label: 'All the posts you can view, including posts from protected accounts',
      required: true,
      without: 'the account cannot be connected',
    },
    offline: {
      scope: 'offline.access',
      label: 'Stay connected to your account until you revoke access',
      required: true,
      without: 'the account would be cut off after two hours',
    },
    email: {
      scope: 'users.email',
      label: 'The e-mail address that you confirmed',
      required: false,
      without: 'your e-mail stays empty',
    },
  },
  ineligible: [],
  onlyCancel: null,
  firstQuestion: null,
  condition: null,
  tips: ['Sign in to X with the account that you want to share, then authorise.'],
  otherAccount: {
    ask: {},
    hint: 'X opens with the account that you are signed in with. Change to the right one on x.com first, in this browser; then go on.',
  },
  inAppBrowser: /\bTwitter for\b|\bTwitterAndroid\b/,
} as const satisfies PlatformManifest;
