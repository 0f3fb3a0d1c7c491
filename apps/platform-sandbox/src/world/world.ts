import { instagramCrowd, youtubeCrowd } from './crowd';
import { Feed } from './feed';
import { instagramCast } from './instagram-people';
import type { InstagramKind, InstagramPerson, Person, YoutubeKind, YoutubePerson } from './person';
import { digitId, letterId } from './random';
import { Stories } from './stories';
import { youtubeCast } from './youtube-people';

/** Somebody with an Instagram account, and what they have published. */
export interface InstagramAccount {
  readonly person: InstagramPerson;
  /** Professional account id, `1784…`. */
  readonly userId: string;
  /** The id that this app sees. */
  readonly appScopedId: string;
  readonly feed: Feed<InstagramKind>;
  readonly stories: Stories;
}

/** Somebody with a Google account, and their channel if there is one. */
export interface YoutubeAccount {
  readonly person: YoutubePerson;
  readonly googleId: string;
  /** `UC…` */
  readonly channelId: string;
  /** `UU…` */
  readonly uploadsId: string;
  readonly feed: Feed<YoutubeKind>;
}

export type Platform = 'instagram' | 'youtube';
export const platforms: readonly Platform[] = ['instagram', 'youtube'];

/** Everybody there is. The same seed gives the same people, ids, posts and, at the same time of the clock, figures. */
export class World {
  readonly instagram: ReadonlyMap<string, InstagramAccount>;
  readonly youtube: ReadonlyMap<string, YoutubeAccount>;
  /** How many of each platform are the hand-made cast; the crowd follows them. */
  readonly cast: Readonly<Record<Platform, number>> = { instagram: instagramCast.length, youtube: youtubeCast.length };

  constructor(readonly seed: string) {
    this.instagram = new Map(
      [...instagramCast, ...instagramCrowd(seed)].map((person) => [
        person.id,
        {
          person,
          userId: `1784${digitId(13, seed, person.id, 'user')}`,
          appScopedId: `2${digitId(16, seed, person.id, 'app')}`,
          feed: new Feed(seed, person, (k) => `179${digitId(14, seed, person.id, 'media', k)}`),
          stories: new Stories(seed, person),
        },
      ]),
    );
    this.youtube = new Map(
      [...youtubeCast, ...youtubeCrowd(seed)].map((person) => {
        const id = letterId(22, seed, person.id, 'channel');
        return [
          person.id,
          {
            person,
            googleId: `1${digitId(20, seed, person.id, 'google')}`,
            channelId: `UC${id}`,
            uploadsId: `UU${id}`,
            feed: new Feed(seed, person, (k) => letterId(11, seed, person.id, 'video', k)),
          },
        ];
      }),
    );
  }

  people(platform: Platform): readonly Person[] {
    return [...this[platform].values()].map(({ person }) => person);
  }

  person(platform: Platform, id: string): Person | undefined {
    return this[platform].get(id)?.person;
  }
}
