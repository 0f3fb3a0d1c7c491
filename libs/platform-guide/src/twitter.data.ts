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
import type { PlatformData } from './manifest';
import type { twitter } from './twitter.manifest';

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
        definition: 'Tweets, replies and reposts since the account began, as X counts them.',
        unit: 'number',
      },
      from: { call: 'GET /2/users/me', field: 'public_metrics.tweet_count (newer: post_count)', permission: 'users' },
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
        field: 'public_metrics.retweet_count + quote_count (newer: repost_count)',
        permission: 'posts',
      },
    },
    impressions: {
      words: impressions,
      from: {
        call: 'GET /2/users/{id}/tweets, GET /2/tweets',
        field: 'public_metrics.impression_count, non_public_metrics.impression_count',
        permission: 'posts',
        pace: 'Where only the owner is told, X says it for 30 days after publishing; then the last value stays.',
      },
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
