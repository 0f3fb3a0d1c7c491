import { followersIn } from './followers';
import type { HistoryRow } from './history.projection';
import type { Found } from './refreshes';

const postsIn = (rows: readonly HistoryRow[], type: HistoryRow['type']): number =>
  rows
    .filter((row) => row.type === type)
    .reduce((sum, { gist }) => sum + (('posts' in gist && typeof gist.posts === 'number' && gist.posts) || 0), 0);

/**
 * What a refresh found, by the figures of its account that were recorded before its end, newest first: its own, and
 * those of the refresh before. A refresh has recorded its start and its end besides.
 */
export function foundBy(
  ended: Pick<HistoryRow, 'cause'>,
  figures: readonly HistoryRow[],
): { readonly found: Found; readonly facts: number } {
  const own = figures.filter(({ cause }) => cause !== null && cause === ended.cause);
  const earlier = figures.filter(({ cause }) => cause !== ended.cause);
  const [followers] = own.flatMap((row) => followersIn(row) ?? []);
  const [before] = earlier.flatMap((row) => followersIn(row) ?? []);
  return {
    found: {
      followers: followers ?? null,
      ...(before !== undefined && { before }),
      newPosts: postsIn(own, 'ContentDiscovered'),
      changedPosts: postsIn(own, 'ContentMetricsCaptured'),
    },
    facts: own.length + 2,
  };
}
