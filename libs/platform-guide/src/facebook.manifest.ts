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
import type { PlatformData, PlatformManifest } from './manifest';

/** Pages, by the Graph API. Personal profiles have no figures. */
export const facebook = {
  id: 'facebook',
  name: 'Facebook',
  spoken: 'Facebook',
  mark: 'M9.101 23.691v-7.98H6.627v-3.667h2.474v-1.58c0-4.085 1.848-5.978 5.858-5.978.401 0 .955.042 1.468.103a8.68 8.68 0 0 1 1.141.195v3.325a8.623 8.623 0 0 0-.653-.036 26.805 26.805 0 0 0-.733-.009c-.707 0-1.259.096-1.675.309a1.686 1.686 0 0 0-.679.622c-.258.42-.374.995-.374 1.752v1.297h3.919l-.386 2.103-.287 1.564h-3.246v8.245C19.396 23.238 24 18.179 24 12.044c0-6.627-5.373-12-12-12s-12 5.373-12 12c0 5.628 3.874 10.35 9.101 11.647Z',
  colour: '#0866ff',
  content: { one: 'post', many: 'posts' },
  followers: { one: 'follower', many: 'followers' },
  hosts: {
    www: 'https://www.facebook.com',
    graph: 'https://graph.facebook.com',
  },
  pictureHosts: ['*.fbcdn.net', '*.fbsbx.com'],
  permissions: {
    pages: {
      scope: 'pages_show_list',
      label: 'See the list of your Pages',
      required: true,
      without: 'no Page can be connected',
    },
    engagement: {
      scope: 'pages_read_engagement',
      label: 'Read the posts and the followers of your Page',
      required: true,
      without: 'the Page cannot be connected',
    },
    insights: {
      scope: 'read_insights',
      label: 'Read the insights of your Page',
      required: false,
      without: 'your audience, your reach and your views stay empty',
    },
    reactions: {
      scope: 'pages_read_user_content',
      label: 'Read reactions to your Page’s posts and comments on them',
      required: false,
      without: 'the likes and comments of your posts stay empty',
    },
    email: {
      scope: 'email',
      label: 'See your e-mail address',
      required: false,
      without: 'your e-mail stays empty',
    },
  },
  ineligible: [
    {
      reason: 'no-page',
      what: 'This Facebook login manages no Page',
      help: 'Facebook shares figures of Pages, not of personal profiles. Ask {creator} to use the login that has full control of the Page.',
      message:
        'This Facebook login manages no Page, and Facebook shares figures of Pages only. Try again with the login that has full control of your Page.',
      told: 'the login manages no Page',
      lasting: true,
    },
  ],
  condition: 'Pages only',
  tips: ['Facebook shares figures of Pages, not of personal profiles. You need full control of the Page.'],
  inAppBrowser: /\bFBAN\b|\bFBAV\b|\bFB_IAB\b/,
} as const satisfies PlatformManifest;

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
      from: { call: 'GET /{page}/posts', field: 'reactions.summary.total_count', permission: 'reactions' },
    },
    comments: {
      words: comments,
      from: { call: 'GET /{page}/posts', field: 'comments.summary.total_count', permission: 'reactions' },
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
      from: { call: 'GET /{page}/posts', field: 'shares.count', permission: 'engagement' },
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
