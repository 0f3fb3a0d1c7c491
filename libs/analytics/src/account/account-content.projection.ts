import { ERASED, projection } from '@linkage/event-sourcing';
import type { ContentDiscovered, ContentFigures, ContentItem, ContentMetricsCaptured } from '@linkage/published-facts';
import { oneAccount } from './one-account';

/** One post with its figures as they were captured last. A post that left the platform stays. */
export interface AccountContentRow extends ContentItem {
  readonly accountId: string;
  readonly figures: ContentFigures;
}

const keyOf = (accountId: string, contentId: string): string => `${accountId}:${contentId}`;

/** Key: `<accountId>:<contentId>`, so that posts of the same moment are in the order of their ids. */
export const accountContent = projection<AccountContentRow, ContentDiscovered | ContentMetricsCaptured>({
  name: 'account-content',
  version: 1,
  streams: ['figures-'],
  on: ['ContentDiscovered', 'ContentMetricsCaptured'],
  subject: oneAccount,
  fields: { accountId: 'text', type: 'text', publishedAt: 'text' },
  indexes: [
    ['accountId', 'publishedAt'],
    ['accountId', 'type', 'publishedAt'],
  ],
  counts: [['accountId'], ['accountId', 'type']],
  key: (fact) => {
    const { accountId } = fact.data;
    const posts: readonly { contentId: string }[] | typeof ERASED =
      fact.type === 'ContentDiscovered' ? fact.data.items : fact.data.metrics;
    return typeof posts === 'string' ? null : posts.map(({ contentId }) => keyOf(accountId, contentId));
  },
  project: (row, fact, key) => {
    const { accountId } = fact.data;
    const contentId = key.slice(accountId.length + 1);
    if (fact.type === 'ContentDiscovered') {
      const item = fact.data.items.find((each) => each.contentId === contentId);
      return item ? { accountId, ...item, figures: row?.figures ?? {} } : row;
    }
    const captured = fact.data.metrics.find((each) => each.contentId === contentId);
    return row && captured ? { ...row, figures: { ...row.figures, ...captured.figures } } : row;
  },
});
