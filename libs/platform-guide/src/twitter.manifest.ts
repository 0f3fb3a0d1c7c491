import {
  ages,
  avatar,
  cities,
  countries,
  displayName,
  followers,
  following,
  genders,
  impressions,
  likes,
  reach,
  username,
} from './figure-words';
import type { PlatformData, PlatformManifest } from './manifest';

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
  pictureHosts: ['pbs.twimg.com'],
  permissions: {
    users: {
      scope: 'users.read',
      label: 'See your profile',
      required: true,
      without: 'the account cannot be connected',
    },
    posts: {
      scope: 'tweet.read',
      label: 'See your posts and their figures',
      required: true,
      without: 'the account cannot be connected',
    },
    offline: {
      scope: 'offline.access',
      label: 'Stay connected until you take it back',
      required: true,
      without: 'the account would be cut off after two hours',
    },
    email: {
      scope: 'users.email',
      label: 'See your confirmed e-mail address',
      required: false,
      without: 'your e-mail stays empty',
    },
  },
  ineligible: [],
  condition: null,
  tips: ['Sign in to X with the account that you want to share, then authorise.'],
  inAppBrowser: /\bTwitter for\b|\bTwitterAndroid\b/,
} as const satisfies PlatformManifest;

const noAudience = 'X tells no app who an account’s followers are.';

export const twitterData: PlatformData<keyof typeof twitter.permissions> = {
  setup: { makeAppAt: 'console.x.com', product: 'app type "Web App" with OAuth 2.0 and "Request email from users"' },
  audienceOf: 'followers',
  identity: {
    displayName: { words: displayName, from: { call: 'GET /2/users/me', field: 'name', permission: 'users' } },
    username: { words: username, from: { call: 'GET /2/users/me', field: 'username', permission: 'users' } },
    avatar: { words: avatar, from: { call: 'GET /2/users/me', field: 'profile_image_url', permission: 'users' } },
    email: {
      words: {
        label: 'E-mail',
        note: 'from the account',
        definition: 'The confirmed e-mail of the account.',
        unit: 'text',
      },
      from: { call: 'GET /2/users/me', field: 'confirmed_email', permission: 'email' },
    },
  },
  profile: {
    followers: {
      words: followers,
      from: { call: 'GET /2/users/me', field: 'public_metrics.followers_count', permission: 'users' },
    },
    tweets: {
      words: {
        label: 'Tweets',
        note: 'since the account began',
        definition: 'Tweets and replies since the account began.',
        unit: 'number',
      },
      from: { call: 'GET /2/users/me', field: 'public_metrics.tweet_count', permission: 'users' },
    },
    following: {
      words: following,
      from: { call: 'GET /2/users/me', field: 'public_metrics.following_count', permission: 'users' },
    },
  },
  audience: {
    countries: { words: countries, notOffered: noAudience },
    cities: { words: cities, notOffered: noAudience },
    ages: { words: ages, notOffered: noAudience },
    genders: { words: genders, notOffered: noAudience },
  },
  content: {
    likes: {
      words: likes,
      from: { call: 'GET /2/users/{id}/tweets', field: 'public_metrics.like_count', permission: 'posts' },
    },
    comments: {
      words: {
        label: 'Replies',
        note: 'at the last refresh',
        definition: 'How many replies it had at the last refresh.',
        unit: 'number',
      },
      from: { call: 'GET /2/users/{id}/tweets', field: 'public_metrics.reply_count', permission: 'posts' },
    },
    shares: {
      words: {
        label: 'Reposts',
        note: 'quotes counted',
        definition: 'How often it was reposted or quoted.',
        unit: 'number',
      },
      from: {
        call: 'GET /2/users/{id}/tweets',
        field: 'public_metrics.retweet_count + quote_count',
        permission: 'posts',
      },
    },
    impressions: {
      words: impressions,
      from: { call: 'GET /2/users/{id}/tweets', field: 'public_metrics.impression_count', permission: 'posts' },
    },
    reach: { words: reach, notOffered: 'X counts impressions, and tells no app how many different people there were.' },
    views: {
      words: {
        label: 'Views',
        note: 'of the video',
        definition: 'How often the post’s video was played. Posts without one have none.',
        unit: 'number',
      },
      from: {
        call: 'GET /2/users/{id}/tweets',
        field: 'includes.media.public_metrics.view_count',
        permission: 'posts',
      },
      types: ['video'],
    },
    saves: {
      words: {
        label: 'Bookmarks',
        note: 'at the last refresh',
        definition: 'How often people kept it for later.',
        unit: 'number',
      },
      from: { call: 'GET /2/users/{id}/tweets', field: 'public_metrics.bookmark_count', permission: 'posts' },
      onCards: false,
    },
  },
  contentTypes: [
    { type: 'text', one: 'Text', many: 'Text', shape: 'tall' },
    { type: 'image', one: 'Image', many: 'Image', shape: 'tall' },
    { type: 'album', one: 'Album', many: 'Album', shape: 'tall' },
    { type: 'video', one: 'Video', many: 'Video', shape: 'wide' },
  ],
};
