import type { Person } from '../world/person';

export type InstagramKind = 'reel' | 'image' | 'album' | 'video';

export interface InstagramPerson extends Person<InstagramKind> {
  readonly account: 'BUSINESS' | 'MEDIA_CREATOR' | 'PERSONAL';
  readonly storiesPerDay: number;
  readonly hidesLikes?: boolean;
  /** What the platform does below 100 followers: both are seen in the wild. */
  readonly belowThreshold?: 'empty' | 'refused';
  /** Posts older than this many days before the anchor have no insights: the account was personal then. */
  readonly professionalForDays?: number;
  readonly website?: string;
}
