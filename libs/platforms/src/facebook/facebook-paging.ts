import { isLoss, type Read } from '../loss';

interface Paged {
  readonly cursors?: Read<{ readonly after?: Read<string> | undefined } | undefined> | undefined;
  readonly next?: Read<string> | undefined;
}

/** Lists of posts go on by a time and a token of their own where they have no cursors. */
const ofTime = ['until', 'since', '__paging_token'] as const;

/**
 * Where a list goes on; undefined: this was the last page. Only `next` says so, a cursor is there on the last page,
 * too. The address itself is not followed: it holds the token and could name any host.
 */
export function cursorOf(paging: Read<Paged> | undefined): Read<string> | undefined {
  if (paging === undefined || isLoss(paging)) return paging;
  const { next, cursors } = paging;
  if (next === undefined || isLoss(next)) return next;
  const after = isLoss(cursors) ? cursors : cursors?.after;
  if (after !== undefined && !isLoss(after)) return after;
  const query = URL.canParse(next) ? new URL(next).searchParams : new URLSearchParams();
  const own = query.get('after');
  if (own) return own;
  const kept = ofTime.flatMap((name): [string, string][] => {
    const value = query.get(name);
    return value === null ? [] : [[name, value]];
  });
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : (after ?? 'unreadable');
}

/** The parameters that lead to a page. */
export function parametersOf(cursor: string | undefined): Record<string, string> {
  if (cursor === undefined) return {};
  return cursor.startsWith('?') ? Object.fromEntries(new URLSearchParams(cursor)) : { after: cursor };
}
