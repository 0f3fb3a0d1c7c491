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
  posts,
  reach,
  reach28d,
  saves,
  shares,
  username,
} from './figure-words';
import type { PlatformData } from './manifest';
import type { facebook } from './facebook.manifest';

const hundred = 'For Pages with 100 followers or more.';
const removed = 'Facebook stopped telling this of a Page’s followers in March 2024.';

export const facebookData: PlatformData<keyof typeof facebook.permissions> = {
  setup: {
    makeAppAt: 'developers.facebook.com',
    product: 'product "Facebook Login"; use case "Manage everything on your Page"',
  },
  audienceOf: 'followers',
  identity: {
    displayName: { words: displayName, from: { call: 'GET /{page}', field: 'name', permission: 'engagement' } },
    username: { words: username, from: { call: 'GET /{page}', field: 'username', permission: 'engagement' } },
    avatar: { words: avatar, from: { call: 'GET /{page}', field: 'picture', permission: 'engagement' } },
    email: {
      words: {
        label: 'E-mail',
        note: 'from the person',
        definition: 'The e-mail of the person who connected the Page. A Page’s own is not asked for.',
        unit: 'text',
      },
      from: { call: 'GET /me', field: 'email', permission: 'email' },
    },
  },
  profile: {
    followers: { words: followers, from: { call: 'GET /{page}', field: 'followers_count', permission: 'engagement' } },
    posts: {
      words: posts,
      from: { call: 'GET /{page}/published_posts', field: 'summary.total_count', permission: 'engagement' },
    },
    reach28d: {
      words: reach28d,
      from: {
        call: 'GET /{page}/insights',
        field: 'page_total_media_view_unique, 28 days',
        permission: 'insights',
        threshold: hundred,
      },
    },
  },
  audience: {
    countries: {
      words: countries,
      from: {
        call: 'GET /{page}/insights',
        field: 'page_follows_country',
        permission: 'insights',
        threshold: hundred,
      },
    },
    cities: {
      words: cities,
      from: { call: 'GET /{page}/insights', field: 'page_follows_city', permission: 'insights', threshold: hundred },
    },
    ages: { words: ages, notOffered: removed },
    genders: { words: genders, notOffered: removed },
  },
  content: {
    likes: {
      words: {
        label: 'Reactions',
        note: 'at the last refresh',
        definition: 'How many people reacted to it, likes and all other reactions counted.',
        unit: 'number',
      },
      from: { call: 'GET /{page}/published_posts', field: 'reactions.summary.total_count', permission: 'reactions' },
    },
    comments: {
      words: comments,
      from: { call: 'GET /{page}/published_posts', field: 'comments.summary.total_count', permission: 'reactions' },
    },
    impressions: {
      words: impressions,
      notOffered: 'Facebook retired impressions in November 2025; it counts views in their place.',
    },
    reach: {
      words: reach,
      from: {
        call: 'GET /{post}/insights',
        field: 'post_total_media_view_unique',
        permission: 'insights',
        threshold: hundred,
      },
    },
    views: {
      words: {
        label: 'Views',
        note: 'repeats counted',
        definition:
          'How often it was played or shown, repeats counted. Facebook counts views in the place of impressions.',
        unit: 'number',
      },
      from: { call: 'GET /{post}/insights', field: 'post_media_view', permission: 'insights', threshold: hundred },
    },
    shares: {
      words: shares,
      from: { call: 'GET /{page}/published_posts', field: 'shares.count', permission: 'engagement' },
      onCards: false,
    },
    saves: { words: saves, notOffered: 'Facebook tells no app how often a post was saved.', onCards: false },
  },
  contentTypes: [
    { type: 'image', one: 'Image', many: 'Image', shape: 'tall' },
    { type: 'album', one: 'Album', many: 'Album', shape: 'tall' },
    { type: 'video', one: 'Video', many: 'Video', shape: 'wide' },
    { type: 'reels', one: 'Reel', many: 'Reels', shape: 'tall' },
    { type: 'story', one: 'Story', many: 'Story', shape: 'tall' },
    { type: 'feed', one: 'Link', many: 'Links', shape: 'wide' },
    { type: 'text', one: 'Text', many: 'Text', shape: 'wide' },
    { type: 'stream', one: 'Live', many: 'Live', shape: 'wide' },
  ],
};
