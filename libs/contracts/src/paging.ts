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
export const IDEMPOTENCY_HEADER = 'Idempotency-Key';

/** Query parameters that every list takes. All optional; unknown values are ignored, not refused. */
export interface ListParameters {
  search?: string;
  sort?: string;
  direction?: 'asc' | 'desc';
  cursor?: string;
  /** 1 to 200, default 50 */
  limit?: number;
}
