import type { Person } from '../world/person';

export type TwitterKind = 'text' | 'image' | 'album' | 'video' | 'reply' | 'repost';

export interface TwitterPerson extends Person<TwitterKind> {
  /** null: the account has no confirmed address. */
  readonly email: string | null;
  /** Only followers see its posts; an app with the account's own token does as well. */
  readonly isProtected?: boolean;
  readonly isVerified?: boolean;
  readonly standing?: 'suspended' | 'deactivated';
  /** X tells impressions of a post to its owner only. */
  readonly hidesImpressions?: boolean;
  /** X knows nothing but its newer words here: `post.fields`, `repost_count` … */
  readonly newerWords?: boolean;
}
