import { crowdOf, inThousands } from '../world/crowd';
import { Feed } from '../world/feed';
import type { PlatformTraits } from '../world/platform-traits';
import { between, digitId } from '../world/random';
import { twitterCast } from './people';
import type { TwitterKind, TwitterPerson } from './person';

/** A person with an X account. */
export interface TwitterAccount {
  readonly person: TwitterPerson;
  readonly userId: string;
  readonly feed: Feed<TwitterKind>;
}

const crowd = (seed: string): TwitterPerson[] =>
  crowdOf(seed, 'twitter', (person) => ({
    ...person,
    email: `${person.id}@sandbox.example`,
    about: `${inThousands(person.followers)} followers`,
    mix: { text: 40, image: 25, album: 8, video: 12, reply: 10, repost: 5 },
    pull: between(0.2, 0.7, seed, person.id, 'pull'),
  }));

/** Ids rise with time, as X's do. */
const postId = (seed: string, id: string, k: number): string =>
  `1${String(k).padStart(6, '0')}${digitId(12, seed, id, 'post', k)}`;

export const twitter: PlatformTraits<TwitterAccount> = {
  id: 'twitter',
  cast: twitterCast.length,
  accounts: (seed) =>
    [...twitterCast, ...crowd(seed)].map((person) => ({
      person,
      userId: `1${digitId(9, seed, person.id, 'user')}`,
      feed: new Feed(seed, person, (k) => postId(seed, person.id, k)),
    })),
  hosts: ['api'],
  hasQuota: false,
  billsApps: true,
  keepsAfterPassword: null,
  emailOf: ({ person }) => person.email,
};
