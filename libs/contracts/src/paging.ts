/** One page of a list. `next` and `previous` are opaque cursors for `?cursor=`; null at the ends. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
  previous: string | null;
  /** How many match the tab and filter; null while a search is on (counting a search is not constant-time). */
  total: number | null;
}

/** Where a command's outcome stands in the log. Send it back as `X-Linkage-Position` to read your own write. */
export interface Accepted {
  position: string;
}

export const POSITION_HEADER = 'X-Linkage-Position';
/**
 * The workspace that a page shows. A request is refused when its session is of another one: another tab may have signed
 * in again.
 */
export const WORKSPACE_HEADER = 'X-Linkage-Workspace';
/** On every answer: the version of the dashboard that the server has. A page of another one is to be loaded again. */
export const BUILD_HEADER = 'X-Linkage-Build';
/**
 * On an answer that tells the session: where the live line stands. Lists are read after it, so that a page which begins
 * its line there, with `Last-Event-ID`, misses nothing.
 */
export const LIVE_HEADER = 'X-Linkage-Live';
export const IDEMPOTENCY_HEADER = 'Idempotency-Key';
/** On an answer to `?asOf=`: the moment it is of, ISO UTC. */
export const AS_OF_HEADER = 'X-Linkage-As-Of';

/** Query parameters of whatever can be shown as it was. */
export interface MomentParameters {
  /** ISO time with its offset, not in the future; absent: now. */
  asOf?: string;
}

/** A search is refused beyond these. */
export const LONGEST_SEARCH = 200;
export const MOST_SEARCH_WORDS = 20;

/** Query parameters that every list takes. All optional; unknown values are ignored, not refused. */
export interface ListParameters extends MomentParameters {
  /** Words, at most 20 in 200 characters. */
  search?: string;
  sort?: string;
  direction?: 'asc' | 'desc';
  cursor?: string;
  /** 1 to 200, default 50 */
  limit?: number;
}

/** A query parameter as a text; undefined when it is absent, empty, or given twice. */
export const queryText = (query: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const given = query[name];
  return typeof given === 'string' && given.trim() !== '' ? given.trim() : undefined;
};

/**
 * The list parameters in a query as it came in: what cannot be understood is left out, the limit is brought into its
 * bounds.
 */
export const readListParameters = (query: Readonly<Record<string, unknown>>): ListParameters & { limit: number } => {
  const search = queryText(query, 'search');
  const sort = queryText(query, 'sort');
  const direction = queryText(query, 'direction');
  const cursor = queryText(query, 'cursor');
  const limit = Math.trunc(Number(queryText(query, 'limit') ?? 50));
  return {
    ...(search && { search }),
    ...(sort && { sort }),
    ...((direction === 'asc' || direction === 'desc') && { direction }),
    ...(cursor && { cursor }),
    limit: limit >= 1 ? Math.min(limit, 200) : 50,
  };
};
