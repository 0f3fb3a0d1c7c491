import type { ContentType } from './figure';
import {
  ages,
  avatar,
  cities,
  comments,
  countries,
  displayName,
  email,
  followers,
  following,
  genders,
  impressions,
  likes,
  posts,
  reach,
  reach28d,
  saves,
  shares,
  username,
} from './figure-words';
import type { PlatformData } from './manifest';
import type { instagram } from './instagram.manifest';

const hundred = 'From 100 followers on.';
const notInStories: readonly ContentType[] = ['reels', 'image', 'album', 'video', 'feed', 'igtv'];
const storyThreshold = 'Of a story, from 5 viewers on.';
const delay = 'Up to 48 hours late; of the newest 200 posts.';

export const instagramData: PlatformData<keyof typeof instagram.permissions> = {
  setup: { makeAppAt: 'developers.facebook.com', product: 'product "Instagram API with Instagram Login"' },
  audienceOf: 'followers',
  identity: {
    displayName: { words: displayName, from: { call: 'GET /me', field: 'name', permission: 'basic' } },
    username: { words: username, from: { call: 'GET /me', field: 'username', permission: 'basic' } },
    avatar: { words: avatar, from: { call: 'GET /me', field: 'profile_picture_url', permission: 'basic' } },
    email: { words: email, notOffered: 'Instagram shares an account’s e-mail with no app.' },
  },
  profile: {
    followers: { words: followers, from: { call: 'GET /me', field: 'followers_count', permission: 'basic' } },
    posts: { words: posts, from: { call: 'GET /me', field: 'media_count', permission: 'basic' } },
    following: { words: following, from: { call: 'GET /me', field: 'follows_count', permission: 'basic' } },
    reach28d: {
      words: reach28d,
      from: {
        call: 'GET /{ig-user-id}/insights',
        field: 'reach',
        permission: 'insights',
        pace: 'Up to 48 hours late.',
      },
    },
  },
  audience: {
    countries: {
      words: countries,
      from: {
        call: 'GET /{ig-user-id}/insights',
        field: 'follower_demographics by country',
        permission: 'insights',
        threshold: hundred,
      },
    },
    cities: {
      words: cities,
      from: {
        call: 'GET /{ig-user-id}/insights',
        field: 'follower_demographics by city',
        permission: 'insights',
        threshold: hundred,
      },
    },
    ages: {
      words: ages,
      from: {
        call: 'GET /{ig-user-id}/insights',
        field: 'follower_demographics by age',
        permission: 'insights',
        threshold: hundred,
      },
    },
    genders: {
      words: genders,
      from: {
        call: 'GET /{ig-user-id}/insights',
        field: 'follower_demographics by gender',
        permission: 'insights',
        threshold: hundred,
      },
    },
  },
  content: {
    likes: { words: likes, from: { call: 'GET /{ig-user-id}/media', field: 'like_count', permission: 'basic' } },
    comments: {
      words: comments,
      from: { call: 'GET /{ig-user-id}/media', field: 'comments_count', permission: 'basic' },
      types: notInStories,
    },
    impressions: {
      words: impressions,
      notOffered: 'Instagram retired impressions in April 2025; it counts views in their place.',
    },
    reach: {
      words: reach,
      from: {
        call: 'GET /{ig-media-id}/insights',
        field: 'reach',
        permission: 'insights',
        threshold: storyThreshold,
        pace: delay,
      },
    },
    views: {
      words: {
        label: 'Views',
        note: 'repeats counted',
        definition:
          'How often a video or story was played or shown, repeats counted. Ordinary photo posts have none. Instagram counts views in the place of impressions.',
        unit: 'number',
      },
      from: {
        call: 'GET /{ig-media-id}/insights',
        field: 'views',
        permission: 'insights',
        threshold: storyThreshold,
        pace: delay,
      },
      types: ['reels', 'story', 'video'],
    },
    shares: {
      words: shares,
      from: {
        call: 'GET /{ig-media-id}/insights',
        field: 'shares',
        permission: 'insights',
        threshold: storyThreshold,
        pace: delay,
      },
      onCards: false,
    },
    saves: {
      words: saves,
      from: { call: 'GET /{ig-media-id}/insights', field: 'saved', permission: 'insights', pace: delay },
      types: notInStories,
      onCards: false,
    },
  },
  contentTypes: [
    { type: 'reels', one: 'Reel', many: 'Reels', shape: 'tall' },
    { type: 'image', one: 'Image', many: 'Image', shape: 'tall' },
    { type: 'album', one: 'Album', many: 'Album', shape: 'tall' },
    { type: 'story', one: 'Story', many: 'Story', shape: 'tall' },
    { type: 'video', one: 'Video', many: 'Video', shape: 'tall' },
    { type: 'feed', one: 'Feed', many: 'Feed', shape: 'tall' },
    // Retired in 2022; old items may still come under that name.
    { type: 'igtv', one: 'IGTV', many: 'IGTV', shape: 'tall' },
  ],
};
