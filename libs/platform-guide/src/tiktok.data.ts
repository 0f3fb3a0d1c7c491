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
  reach,
  saves,
  shares,
  username,
  views,
} from './figure-words';
import type { PlatformData } from './manifest';
import type { tiktok } from './tiktok.manifest';

const noAudience = 'TikTok tells apps of this kind nothing about an audience.';

export const tiktokData: PlatformData<keyof typeof tiktok.permissions> = {
  setup: { makeAppAt: 'developers.tiktok.com', product: 'products "Login Kit" and "Display API"' },
  audienceOf: 'followers',
  identity: {
    displayName: {
      words: displayName,
      from: { call: 'GET /v2/user/info/', field: 'display_name', permission: 'basic' },
    },
    username: { words: username, from: { call: 'GET /v2/user/info/', field: 'username', permission: 'profile' } },
    avatar: { words: avatar, from: { call: 'GET /v2/user/info/', field: 'avatar_url', permission: 'basic' } },
    email: { words: email, notOffered: 'TikTok shares an account’s e-mail with no app.' },
  },
  profile: {
    followers: {
      words: followers,
      from: { call: 'GET /v2/user/info/', field: 'follower_count', permission: 'stats' },
    },
    videos: {
      words: {
        label: 'Videos',
        note: 'since the account began',
        definition: 'Public videos of the account.',
        unit: 'number',
      },
      from: { call: 'GET /v2/user/info/', field: 'video_count', permission: 'stats' },
    },
    following: {
      words: following,
      from: { call: 'GET /v2/user/info/', field: 'following_count', permission: 'stats' },
    },
  },
  audience: {
    countries: { words: countries, notOffered: noAudience },
    cities: { words: cities, notOffered: noAudience },
    ages: { words: ages, notOffered: noAudience },
    genders: { words: genders, notOffered: noAudience },
  },
  content: {
    likes: { words: likes, from: { call: 'POST /v2/video/list/', field: 'like_count', permission: 'videos' } },
    comments: { words: comments, from: { call: 'POST /v2/video/list/', field: 'comment_count', permission: 'videos' } },
    shares: { words: shares, from: { call: 'POST /v2/video/list/', field: 'share_count', permission: 'videos' } },
    views: { words: views, from: { call: 'POST /v2/video/list/', field: 'view_count', permission: 'videos' } },
    impressions: { words: impressions, notOffered: 'TikTok counts views, and gives no app impressions.' },
    reach: { words: reach, notOffered: 'TikTok tells apps of this kind no reach.' },
    saves: { words: saves, notOffered: 'TikTok tells apps of this kind no saves.', onCards: false },
  },
  contentTypes: [{ type: 'video', one: 'Video', many: 'Video', shape: 'tall' }],
};
