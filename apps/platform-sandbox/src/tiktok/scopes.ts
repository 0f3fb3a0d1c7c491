import type { TiktokScope, TiktokUser } from '@linkage/platforms/wire';

/** What a creator reads. The basic profile is not a choice. */
export const labels: Readonly<Record<TiktokScope, string>> = {
  'user.info.basic': 'Read your profile info (avatar, display name)',
  'user.info.profile': 'Read access to your additional profile info: bio, profile link, username',
  'user.info.stats': 'Read access to your profile engagement statistics',
  'video.list': 'Read your public videos on TikTok',
};

export const isScope = (name: string): name is TiktokScope => Object.hasOwn(labels, name);

/** Separated by commas. */
export const scopesOf = (text: string | undefined): string[] => [
  ...new Set(
    (text ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  ),
];

/** The scope of each field of a user. */
export const fieldScopes: Readonly<Record<keyof TiktokUser, TiktokScope>> = {
  open_id: 'user.info.basic',
  union_id: 'user.info.basic',
  avatar_url: 'user.info.basic',
  avatar_url_100: 'user.info.basic',
  avatar_large_url: 'user.info.basic',
  display_name: 'user.info.basic',
  bio_description: 'user.info.profile',
  profile_deep_link: 'user.info.profile',
  is_verified: 'user.info.profile',
  username: 'user.info.profile',
  follower_count: 'user.info.stats',
  following_count: 'user.info.stats',
  likes_count: 'user.info.stats',
  video_count: 'user.info.stats',
};
