import type { InstagramUser } from '@linkage/platforms/wire';
import { avatarUrl } from '../pictures/links';
import { followersAt } from '../world/growth';
import type { GraphCall } from './call';
import { gone } from './errors';
import { readFields, select } from './fields';

const known = [
  'id',
  'user_id',
  'username',
  'name',
  'account_type',
  'profile_picture_url',
  'biography',
  'website',
  'followers_count',
  'follows_count',
  'media_count',
];

/** `GET /me` and `GET /{user}`: flat, though the documentation prints it inside `data`. */
export function user({ sandbox, account, query, now }: GraphCall): Partial<InstagramUser> {
  const { person } = account;
  if (person.account === 'PERSONAL') throw gone(account.userId);
  const all: InstagramUser = {
    id: account.appScopedId,
    user_id: account.userId,
    username: sandbox.changes.handleOf('instagram', person),
    name: person.name,
    account_type: person.account,
    profile_picture_url: avatarUrl(sandbox, 'instagram', person),
    followers_count: followersAt(sandbox.world.seed, person, now),
    follows_count: person.following,
    media_count: account.feed.count(now),
    ...(person.bio === '' ? {} : { biography: person.bio }),
    ...(person.website === undefined ? {} : { website: person.website }),
  };
  return select(all, new Map([...readFields(query['fields'], known, ['id']), ['id', []]]));
}
