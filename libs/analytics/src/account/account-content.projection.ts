import { ERASED, projection } from '@linkage/event-sourcing';
import type {
  ContentChanged,
  ContentDeleted,
  ContentDiscovered,
  ContentFigures,
  ContentItem,
  ContentMetricsCaptured,
  ContentRestored,
} from '@linkage/published-facts';
import { oneAccount } from './one-account';

/** One post with its figures as they were captured last. A post that left the platform stays. */
export interface AccountContentRow extends ContentItem {
  readonly accountId: string;
  readonly figures: ContentFigures;
  /** ISO UTC: since when the platform does not have it any more; null: it has. */
  readonly deletedAt: string | null;
  readonly deleted: 0 | 1;
}

type Told = ContentDiscovered | ContentChanged | ContentDeleted | ContentRestored | ContentMetricsCaptured;

const keyOf = (accountId: string, contentId: string): string => `${accountId}:${contentId}`;

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

/** Key: `<accountId>:<contentId>`, so that posts of the same moment are in the order of their ids. */
export const accountContent = projection<AccountContentRow, Told>({
  name: 'account-content',
  version: 2,
  streams: ['figures-'],
  on: ['ContentDiscovered', 'ContentChanged', 'ContentDeleted', 'ContentRestored', 'ContentMetricsCaptured'],
  subject: oneAccount,
  fields: { accountId: 'text', type: 'text', publishedAt: 'text', deleted: 'number' },
  indexes: [
    ['accountId', 'publishedAt'],
    ['accountId', 'type', 'publishedAt'],
    ['accountId', 'deleted', 'publishedAt'],
  ],
  counts: [['accountId'], ['accountId', 'type'], ['accountId', 'deleted']],
  key: (fact) => idsIn(fact)?.map((contentId) => keyOf(fact.data.accountId, contentId)) ?? null,
  project: (row, fact, key) => {
    const { accountId } = fact.data;
    const contentId = key.slice(accountId.length + 1);
    if (fact.type === 'ContentDiscovered') {
      const item = fact.data.items.find((each) => each.contentId === contentId);
      return item ? { accountId, ...item, figures: row?.figures ?? {}, deletedAt: null, deleted: 0 } : row;
    }
    if (row === undefined) return undefined;
    switch (fact.type) {
      case 'ContentChanged':
        return { ...row, ...fact.data.changes.find((each) => each.contentId === contentId) };
      case 'ContentDeleted':
        return { ...row, deletedAt: fact.at, deleted: 1 };
      case 'ContentRestored':
        return { ...row, deletedAt: null, deleted: 0 };
      case 'ContentMetricsCaptured': {
        const captured = fact.data.metrics.find((each) => each.contentId === contentId);
        return captured ? { ...row, figures: { ...row.figures, ...captured.figures } } : row;
      }
    }
  },
});
