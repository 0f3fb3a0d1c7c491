import type { Person } from '../world/person';

export type YoutubeKind = 'short' | 'video' | 'stream';

export interface YoutubePerson extends Person<YoutubeKind> {
  readonly email: string;
  /** `none`: an empty list. `unused`: 401 youtubeSignupRequired. */
  readonly channel: 'open' | 'none' | 'unused' | 'suspended';
  readonly hidesSubscribers?: boolean;
  readonly hidesLikes?: boolean;
  readonly country?: string;
  readonly playlists: number;
  /** Ids of the brand accounts that this log-in may go on as, beside its own channel. */
  readonly brands?: readonly string[];
}
