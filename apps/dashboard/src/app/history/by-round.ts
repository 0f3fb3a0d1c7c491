import type { HistoryItem } from '@linkage/contracts';

/** Refreshes of many accounts, one after the other: a nightly round. */
export interface Round {
  readonly key: string;
  readonly refreshes: readonly HistoryItem[];
  /** How many of them were complete, or complete in part. */
  readonly complete: number;
}

const LEAST = 4;
/** Between two refreshes of one round there is less. In ms. */
const APART = 30 * 60_000;

const isRefresh = ({ type }: HistoryItem): boolean => type === 'RefreshCompleted' || type === 'RefreshFailed';
const goesOn = (before: HistoryItem | undefined, { at }: HistoryItem): boolean =>
  before !== undefined && Math.abs(Date.parse(before.at) - Date.parse(at)) < APART;

const roundOf = (refreshes: readonly HistoryItem[]): readonly (HistoryItem | Round)[] => {
  const last = refreshes.at(-1);
  if (last === undefined || refreshes.length < LEAST) return refreshes;
  const complete = refreshes.filter(({ type }) => type === 'RefreshCompleted').length;
  // The oldest one: rounds grow at the other end while they are looked at.
  return [{ key: `round-${last.factId}`, refreshes, complete }];
};

/** Lines of a day, with refreshes that follow each other as one. */
export const byRound = (items: readonly HistoryItem[]): readonly (HistoryItem | Round)[] => {
  const lines: (HistoryItem | Round)[] = [];
  let round: HistoryItem[] = [];
  for (const item of items) {
    if (!isRefresh(item) || !goesOn(round.at(-1), item)) {
      lines.push(...roundOf(round));
      round = [];
    }
    if (isRefresh(item)) round.push(item);
    else lines.push(item);
  }
  return [...lines, ...roundOf(round)];
};
