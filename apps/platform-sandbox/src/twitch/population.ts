import { crowdOf, inThousands } from '../world/crowd';
import { Feed } from '../world/feed';
import { day } from '../world/growth';
import type { PlatformTraits } from '../world/platform-traits';
import type { Post } from '../world/post';
import { between, digitId, letterId } from '../world/random';
import { twitchCast } from './people';
import type { TwitchKind, TwitchPerson } from './person';

/** A person with a channel. */
export interface TwitchAccount {
  readonly person: TwitchPerson;
  readonly userId: string;
  readonly feed: Feed<TwitchKind>;
}

const crowd = (seed: string): TwitchPerson[] =>
  crowdOf(seed, 'twitch', (person) => ({
    ...person,
    email: `${person.id}@sandbox.example`,
    about: `${inThousands(person.followers)} followers`,
    mix: { stream: 50, clip: 35, video: 15 },
    pull: between(0.1, 0.4, seed, person.id, 'pull'),
    broadcaster: person.followers > 50_000 ? ('partner' as const) : ('affiliate' as const),
    keepsDays: person.followers > 50_000 ? 60 : 14,
  }));

/** Clips are named by words in Twitch's way, videos by numbers. Whether post `k` is a clip, the feed itself says. */
export const clipName = (seed: string, person: string, k: number): string =>
  `Sandbox${letterId(10, seed, person, 'clip', k).replace(/[-_]/g, 'X')}-${letterId(16, seed, person, 'slug', k)}`;

export const twitch: PlatformTraits<TwitchAccount> = {
  id: 'twitch',
  cast: twitchCast.length,
  accounts: (seed) =>
    [...twitchCast, ...crowd(seed)].map((person) => ({
      person,
      userId: digitId(9, seed, person.id, 'user').replace(/^0/, '1'),
      feed: new Feed(seed, person, (k) => `2${digitId(9, seed, person.id, 'video', k)}`),
    })),
  hosts: ['id', 'api'],
  hasQuota: false,
  keepsAfterPassword: null,
  emailOf: ({ person }) => person.email,
};

/** Past broadcasts are deleted after a while; highlights and uploads stay. Newest first. */
export function videosAt({ person, feed }: TwitchAccount, at: number): Post<TwitchKind>[] {
  const oldest = at - person.keepsDays * day;
  return [...feed.until(at)]
    .filter(({ kind, publishedAt }) => kind === 'video' || (kind === 'stream' && publishedAt > oldest))
    .reverse();
}

export const clipsAt = ({ feed }: TwitchAccount, at: number): Post<TwitchKind>[] =>
  [...feed.until(at)].filter(({ kind }) => kind === 'clip');

/** The broadcast that runs; undefined: the channel is not live. */
export function liveAt(
  { person, feed }: TwitchAccount,
  at: number,
): { readonly id: string; readonly since: number } | undefined {
  const count = feed.count(at);
  const newest = count === 0 ? undefined : feed.post(count - 1);
  if (newest?.kind === 'stream' && at < newest.publishedAt + newest.seconds * 1000)
    return { id: `4${newest.id}`, since: newest.publishedAt };
  const midnight = Math.floor(at / day) * day;
  return person.alwaysLive ? { id: `4${midnight}`, since: midnight } : undefined;
}
