import type { Person } from '../world/person';

export type TiktokKind = 'short' | 'video';

export interface TiktokPerson extends Person<TiktokKind> {
  /** A private account has no public videos: an app sees none, and counts none. */
  readonly isPrivate?: boolean;
  readonly isVerified?: boolean;
  /** Some videos have no title of their own. */
  readonly leavesTitlesOut?: boolean;
}
