import type { TwitterMe, TwitterUser } from '@linkage/platforms/wire';
import { avatarUrl } from '../pictures/links';
import { followersAt, startOf } from '../world/growth';
import { forbidden } from './errors';
import { listOf, needs, onlyParameters, type ApiCall } from './access';

const known = [
  'id',
  'name',
  'username',
  'created_at',
  'description',
  'location',
  'profile_image_url',
  'protected',
  'public_metrics',
  'url',
  'verified',
  'verified_type',
  'confirmed_email',
  'pinned_tweet_id',
  'most_recent_tweet_id',
  'entities',
  'withheld',
];

/** `GET /2/users/me`. */
export function me(call: ApiCall): TwitterMe {
  needs(call, 'users.read', 'tweet.read');
  onlyParameters(call, ['user.fields', 'tweet.fields', 'post.fields', 'expansions']);
  const asked = listOf(call, 'user.fields', known);
  if (asked.has('confirmed_email') && !call.scopes.includes('users.email')) throw forbidden();
  const all = user(call);
  const always = ['id', 'name', 'username'];
  const shown = Object.entries(all).filter(([name]) => always.includes(name) || asked.has(name));
  return { data: Object.fromEntries(shown) as unknown as TwitterUser };
}

function user({ sandbox, account: { person, userId, feed }, now }: ApiCall): TwitterUser {
  const count = feed.count(now);
  return {
    id: userId,
    name: person.name,
    username: sandbox.changes.handleOf('twitter', person),
    created_at: new Date(startOf(person)).toISOString(),
    description: person.bio,
    profile_image_url: avatarUrl(sandbox, 'twitter', person),
    protected: person.isProtected ?? false,
    verified: person.isVerified ?? false,
    verified_type: person.isVerified ? 'blue' : 'none',
    public_metrics: {
      followers_count: followersAt(sandbox.world.seed, person, now),
      following_count: person.following,
      ...(person.newerWords ? { post_count: count } : { tweet_count: count }),
      listed_count: Math.floor(person.followers / 900),
      like_count: person.following * 7,
      media_count: Math.floor(count / 2),
    },
    ...(person.email !== null && { confirmed_email: person.email }),
  };
}
