import { crowdOf, inThousands } from '../world/crowd';
import { Feed } from '../world/feed';
import type { PlatformTraits } from '../world/platform-traits';
import { between, digitId, pick, unit } from '../world/random';
import { Stories } from '../world/stories';
import { instagramCast } from './people';
import type { InstagramKind, InstagramPerson } from './person';

/** A person with an Instagram account, and what they have published. */
export interface InstagramAccount {
  readonly person: InstagramPerson;
  /** Professional account id, `1784…`. */
  readonly userId: string;
  /** The id that this app sees. */
  readonly appScopedId: string;
  readonly feed: Feed<InstagramKind>;
  readonly stories: Stories;
}

const crowd = (seed: string): InstagramPerson[] =>
  crowdOf(seed, 'instagram', (person) => ({
    ...person,
    about: `${inThousands(person.followers)} followers`,
    account: pick(['BUSINESS', 'MEDIA_CREATOR'] as const, seed, person.id),
    mix: { reel: 45, image: 30, album: 20, video: 5 },
    pull: between(0.2, 0.7, seed, person.id, 'pull'),
    storiesPerDay: Math.round(30 * unit(seed, person.id, 'stories') ** 2) / 10,
  }));

export const instagram: PlatformTraits<InstagramAccount> = {
  id: 'instagram',
  cast: instagramCast.length,
  accounts: (seed) =>
    [...instagramCast, ...crowd(seed)].map((person) => ({
      person,
      userId: `1784${digitId(13, seed, person.id, 'user')}`,
      appScopedId: `2${digitId(16, seed, person.id, 'app')}`,
      feed: new Feed(seed, person, (k) => `179${digitId(14, seed, person.id, 'media', k)}`),
      stories: new Stories(seed, person),
    })),
  hosts: ['api', 'graph'],
  signsPictures: { until: 'oe', ms: 72 * 3_600_000, radix: 16 },
  hasQuota: false,
  ownFaults: ['personal', 'under-threshold', 'metric-retired'],
  keepsAfterPassword: null,
  emailOf: () => null,
};
