import { ERASED, projection } from '@linkage/event-sourcing';
import type { ContentFigures } from '@linkage/published-facts';
import type { ContentDiscovered, ContentMetricsCaptured } from '../refresh/refresh.events';

/** A post that was recorded, with its figures as they were recorded last. */
export interface KnownContent {
  readonly contentId: string;
  readonly figures: ContentFigures;
}

export const contentKey = (accountId: string, contentId: string): string => `${accountId}:${contentId}`;

/** One row per post, asked by key for the posts of one batch, so that only what is new or changed is recorded. */
export const knownContent = projection<KnownContent, ContentDiscovered | ContentMetricsCaptured>({
  name: 'known-content',
  version: 1,
  streams: ['figures-'],
  on: ['ContentDiscovered', 'ContentMetricsCaptured'],
  fields: {},
  key: (fact) => {
    const { accountId } = fact.data;
    const posts: readonly { contentId: string }[] | typeof ERASED =
      fact.type === 'ContentDiscovered' ? fact.data.items : fact.data.metrics;
    return typeof posts === 'string' ? null : posts.map(({ contentId }) => contentKey(accountId, contentId));
  },
  project: (row, fact, key) => {
    const contentId = key.slice(fact.data.accountId.length + 1);
    if (fact.type === 'ContentDiscovered') return row ?? { contentId, figures: {} };
    const captured = fact.data.metrics.find((metrics) => metrics.contentId === contentId);
    return row && captured && { ...row, figures: { ...row.figures, ...captured.figures } };
  },
});
