import type { ContentItem, ContentType } from '@linkage/published-facts';

/** Of which posts a reading has seen all there are. */
export interface WholeOf {
  readonly completeFor: readonly ContentType[];
  /** Only posts from this time on (ISO); null: all. */
  readonly since: string | null;
}

/**
 * Whether a known post that was not seen is no longer on the platform. One whose day is over (a story) was not deleted,
 * and of one that was published while the reading went on nothing can be said.
 */
export const hasVanished = (
  post: Pick<ContentItem, 'type' | 'publishedAt' | 'expiresAt'>,
  { completeFor, since }: WholeOf,
  began: Date,
): boolean => {
  const at = Date.parse(post.publishedAt);
  if (!completeFor.includes(post.type) || (since !== null && at < Date.parse(since))) return false;
  return at < began.getTime() && (post.expiresAt === null || Date.parse(post.expiresAt) > began.getTime());
};
