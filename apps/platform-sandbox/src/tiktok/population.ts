import { crowdOf, inThousands } from '../world/crowd';
import { Feed } from '../world/feed';
import type { PlatformTraits } from '../world/platform-traits';
import { between, digitId, letterId } from '../world/random';
import { tiktokCast } from './people';
import type { TiktokKind, TiktokPerson } from './person';

/** A person with a TikTok account. */
export interface TiktokAccount {
  readonly person: TiktokPerson;
  /** Names the account to one app, and to no other. */
  readonly openId: string;
  /** The same for all apps of one developer. */
  readonly unionId: string;
  readonly feed: Feed<TiktokKind>;
}

const crowd = (seed: string): TiktokPerson[] =>
  crowdOf(seed, 'tiktok', (person) => ({
    ...person,
    about: `${inThousands(person.followers)} followers`,
    mix: { short: 80, video: 20 },
    pull: between(0.3, 1.4, seed, person.id, 'pull'),
  }));

const hex = (length: number, ...key: readonly (string | number)[]): string =>
  Buffer.from(letterId(length, ...key))
    .toString('hex')
    .slice(0, length);

/** `c9c60f44-a68e-4f5d-84dd-ce22faeb0ba1` */
const unionIdOf = (seed: string, id: string): string =>
  [8, 4, 4, 4, 12].map((length, part) => hex(length, seed, id, 'union', part)).join('-');

export const tiktok: PlatformTraits<TiktokAccount> = {
  id: 'tiktok',
  cast: tiktokCast.length,
  accounts: (seed) =>
    [...tiktokCast, ...crowd(seed)].map((person) => ({
      person,
      openId: `-000${letterId(32, seed, person.id, 'open')}`,
      unionId: unionIdOf(seed, person.id),
      feed: new Feed(seed, person, (k) => `7${digitId(18, seed, person.id, 'video', k)}`),
    })),
  hosts: ['api'],
  signsPictures: { until: 'x-expires', ms: 6 * 3_600_000, radix: 10 },
  hasQuota: false,
  keepsAfterPassword: null,
  emailOf: () => null,
};
