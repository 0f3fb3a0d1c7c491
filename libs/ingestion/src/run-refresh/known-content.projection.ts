import { ERASED, projection } from '@linkage/event-sourcing';
import type { ContentFigures, ContentItem } from '@linkage/published-facts';
import type {
  ContentChanged,
  ContentDeleted,
  ContentDiscovered,
  ContentMetricsCaptured,
  ContentRestored,
} from '../refresh/refresh.events';

/** A post that was recorded, as it was recorded last. */
export interface KnownContent extends ContentItem {
  readonly accountId: string;
  readonly figures: ContentFigures;
  /** 1: the platform did not have it any more at the last reading of all there are. */
  readonly gone: 0 | 1;
}

type Told = ContentDiscovered | ContentChanged | ContentDeleted | ContentRestored | ContentMetricsCaptured;

export const contentKey = (accountId: string, contentId: string): string => `${accountId}:${contentId}`;

/** Ids of the posts that a fact is about; undefined: of an erased person. */
function idsIn(fact: Told): readonly string[] | undefined {
  const posts: readonly (string | { contentId: string })[] | typeof ERASED =
    fact.type === 'ContentDiscovered'
      ? fact.data.items
      : fact.type === 'ContentMetricsCaptured'
        ? fact.data.metrics
        : fact.type === 'ContentChanged'
          ? fact.data.changes
          : fact.data.contentIds;
  return typeof posts === 'string'
    ? undefined
    : posts.map((post) => (typeof post === 'string' ? post : post.contentId));
}

/**
 * One row per post, asked by key for the posts of one batch, so that only what is new or changed is recorded; and by
 * account for what a reading of all there are did not find.
 */
export const knownContent = projection<KnownContent, Told>({
  name: 'known-content',
  version: 2,
  streams: ['figures-'],
  on: ['ContentDiscovered', 'ContentChanged', 'ContentDeleted', 'ContentRestored', 'ContentMetricsCaptured'],
  fields: { accountId: 'text', gone: 'number', publishedAt: 'text' },
  indexes: [['accountId', 'gone', 'publishedAt']],
  counts: [['accountId', 'gone']],
  key: (fact) => idsIn(fact)?.map((contentId) => contentKey(fact.data.accountId, contentId)) ?? null,
  project: (row, fact, key) => {
    const { accountId } = fact.data;
    const contentId = key.slice(accountId.length + 1);
    if (fact.type === 'ContentDiscovered') {
      const item = fact.data.items.find((each) => each.contentId === contentId);
      return row ?? (item && { ...item, accountId, figures: {}, gone: 0 });
    }
    if (row === undefined) return undefined;
    switch (fact.type) {
      case 'ContentChanged':
        return { ...row, ...fact.data.changes.find((each) => each.contentId === contentId) };
      case 'ContentDeleted':
        return { ...row, gone: 1 };
      case 'ContentRestored':
        return { ...row, gone: 0 };
      case 'ContentMetricsCaptured': {
        const captured = fact.data.metrics.find((each) => each.contentId === contentId);
        return captured && { ...row, figures: { ...row.figures, ...captured.figures } };
      }
    }
  },
});
