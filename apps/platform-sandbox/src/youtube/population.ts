import { crowdOf, inThousands } from '../world/crowd';
import { Feed } from '../world/feed';
import type { PlatformTraits } from '../world/platform-traits';
import { between, digitId, hash, letterId } from '../world/random';
import { youtubeCast } from './people';
import type { YoutubeKind, YoutubePerson } from './person';

/** A person with a Google account, and their channel if there is one. */
export interface YoutubeAccount {
  readonly person: YoutubePerson;
  readonly googleId: string;
  /** `UC…` */
  readonly channelId: string;
  /** `UU…` */
  readonly uploadsId: string;
  readonly feed: Feed<YoutubeKind>;
}

const crowd = (seed: string): YoutubePerson[] =>
  crowdOf(seed, 'youtube', (person) => ({
    ...person,
    email: `${person.id}@sandbox.example`,
    about: `${inThousands(person.followers)} subscribers`,
    channel: 'open',
    mix: { video: 55, short: 35, stream: 10 },
    pull: between(0.15, 0.6, seed, person.id, 'pull'),
    country: person.audience.home,
    playlists: hash(seed, person.id, 'playlists') % 20,
  }));

export const youtube: PlatformTraits<YoutubeAccount> = {
  id: 'youtube',
  cast: youtubeCast.length,
  accounts: (seed) =>
    [...youtubeCast, ...crowd(seed)].map((person) => {
      const id = letterId(22, seed, person.id, 'channel');
      return {
        person,
        googleId: `1${digitId(20, seed, person.id, 'google')}`,
        channelId: `UC${id}`,
        uploadsId: `UU${id}`,
        feed: new Feed(seed, person, (k) => letterId(11, seed, person.id, 'video', k)),
      };
    }),
  hosts: ['oauth2', 'googleapis', 'analytics'],
  hasQuota: true,
  ownFaults: ['metric-retired'],
  keepsAfterPassword: 'Google keeps the permission',
  emailOf: ({ person }) => person.email,
};
