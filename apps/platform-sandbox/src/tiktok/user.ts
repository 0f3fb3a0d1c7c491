import type { TiktokUser } from '@linkage/platforms/wire';
import { avatarUrl } from '../pictures/links';
import { followersAt } from '../world/growth';
import { figuresAt } from '../world/post';
import { fieldsOf, needs, pick, type ApiCall } from './access';
import { fieldScopes } from './scopes';

const known = Object.keys(fieldScopes) as (keyof TiktokUser)[];

/** `GET /v2/user/info/?fields=…`. One field without its scope refuses the whole call. */
export function userInfo(call: ApiCall): { readonly user: Partial<TiktokUser> } {
  const names = fieldsOf(call, known);
  for (const name of names) needs(call, fieldScopes[name]);
  const { sandbox, account, now } = call;
  const { person, openId, unionId, feed } = account;
  const face = (width: number): string => avatarUrl(sandbox, 'tiktok', person, width);
  let likes = 0;
  if (names.includes('likes_count')) for (const video of feed.until(now)) likes += figuresAt(video, now).likes;
  const user: TiktokUser = {
    open_id: openId,
    union_id: unionId,
    avatar_url: face(168),
    avatar_url_100: face(100),
    avatar_large_url: face(720),
    display_name: person.name,
    bio_description: person.bio,
    profile_deep_link: `https://vm.tiktok.com/${openId.slice(4, 13)}/`,
    is_verified: person.isVerified ?? false,
    username: sandbox.changes.handleOf('tiktok', person),
    follower_count: followersAt(sandbox.world.seed, person, now),
    following_count: person.following,
    likes_count: likes,
    video_count: person.isPrivate ? 0 : feed.count(now),
  };
  return { user: pick(user, names) };
}
