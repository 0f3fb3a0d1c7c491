import type { TwitchFollower, TwitchList, TwitchUser } from '@linkage/platforms/wire';
import { avatarUrl } from '../pictures/links';
import { followersAt, startOf } from '../world/growth';
import { channelOf, type ApiCall } from './access';
import { twitch } from './population';

export const apiTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/**
 * `GET /helix/users`: without parameters whose token it is. An e-mail is given of oneself only, with the scope, once
 * verified.
 */
export function users(call: ApiCall): TwitchList<TwitchUser> {
  const { sandbox, account, scopes, query } = call;
  const everybody = [...sandbox.world.of(twitch).values()];
  const asked =
    query['id'] === undefined && query['login'] === undefined
      ? [account]
      : everybody.filter(({ userId, person }) => userId === query['id'] || person.id === query['login']);
  return {
    data: asked.map((one) => {
      const { person, userId } = one;
      const mayEmail = one === account && scopes.includes('user:read:email') && !person.emailUnverified;
      return {
        id: userId,
        login: sandbox.changes.handleOf('twitch', person),
        display_name: person.name,
        type: '',
        broadcaster_type: person.broadcaster,
        description: person.bio,
        profile_image_url: avatarUrl(sandbox, 'twitch', person, 300),
        offline_image_url: '',
        view_count: 0,
        ...(mayEmail && { email: person.email }),
        created_at: apiTime(startOf(person)),
      };
    }),
  };
}

/** `GET /helix/channels/followers`: the total for any app, the list only for moderators. */
export function followers(call: ApiCall): TwitchList<TwitchFollower> {
  const channel = channelOf(call, 'broadcaster_id');
  const total = channel === undefined ? 0 : followersAt(call.sandbox.world.seed, channel.person, call.now);
  return { total, data: [], pagination: {} };
}
