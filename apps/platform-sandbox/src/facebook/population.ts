import { crowdOf, inThousands } from '../world/crowd';
import { Feed } from '../world/feed';
import type { PlatformTraits } from '../world/platform-traits';
import { between, digitId } from '../world/random';
import { Stories } from '../world/stories';
import { facebookCast } from './people';
import type { FacebookKind, FacebookPerson } from './person';

/** A person with a Facebook log-in, and the Page of the same name, which another one may manage as well. */
export interface FacebookAccount {
  readonly person: FacebookPerson;
  /** The person's id that this app sees. */
  readonly userId: string;
  readonly pageId: string;
  /** `{page}_{post}` */
  readonly feed: Feed<FacebookKind>;
  readonly stories: Stories;
}

const crowd = (seed: string): FacebookPerson[] =>
  crowdOf(seed, 'facebook', (person) => ({
    ...person,
    email: `${person.id}@sandbox.example`,
    about: `${inThousands(person.followers)} followers`,
    mix: { image: 35, album: 20, reel: 20, video: 10, link: 8, text: 5, stream: 2 },
    pull: between(0.2, 0.7, seed, person.id, 'pull'),
    storiesPerDay: 1,
  }));

export const facebook: PlatformTraits<FacebookAccount> = {
  id: 'facebook',
  cast: facebookCast.length,
  accounts: (seed) =>
    [...facebookCast, ...crowd(seed)].map((person) => {
      const pageId = `61${digitId(13, seed, person.id, 'page')}`;
      return {
        person,
        userId: `1${digitId(15, seed, person.id, 'user')}`,
        pageId,
        feed: new Feed(seed, person, (k) => `${pageId}_${videoId(seed, person, k)}`),
        stories: new Stories(seed, person),
      };
    }),
  hosts: ['graph'],
  signsPictures: { until: 'oe', ms: 72 * 3_600_000, radix: 16 },
  hasQuota: false,
  ownFaults: ['under-threshold', 'metric-retired'],
  keepsAfterPassword: null,
  noticeIdOf: (account) => (account as FacebookAccount).userId,
  emailOf: ({ person }) => (person.withoutEmail ? null : person.email),
};

/** Of the film that a post shows, and the second half of the post's own id. */
const videoId = (seed: string, person: FacebookPerson, k: number): string =>
  `12${digitId(13, seed, person.id, 'post', k)}`;
