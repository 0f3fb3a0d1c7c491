import type { FacebookList } from '@linkage/platforms/wire';
import type { Parameters } from '../http/parameters';
import type { GraphCall } from './call';
import { parameter } from './errors';

/** Cursors say how far a list was read from its end, so that what is new does not shift the pages. */
const cursor = (left: number): string => Buffer.from(`QVFIU${left}`).toString('base64url');

function leftOf(text: string): number {
  const match = /^QVFIU(\d+)$/.exec(Buffer.from(text, 'base64url').toString());
  if (!match) throw parameter('Invalid cursors values');
  return Number(match[1]);
}

/** Which part of a list of `total` items is asked for. */
export function windowIn(query: Parameters, total: number, most = 100): { from: number; limit: number } {
  const said = query['limit'] ?? '25';
  if (!/^\d+$/.test(said)) throw parameter('param limit must be non-negative');
  const from = query['after'] === undefined ? 0 : Math.max(0, total - leftOf(query['after']));
  return { from, limit: Math.min(most, Number(said)) };
}

/** A page of a list, with the way to the next. The last has cursors and no `next`; one without items has neither. */
export function linked<T>(
  { base, query }: Pick<GraphCall, 'base' | 'query'>,
  path: string,
  data: readonly T[],
  from: number,
  total: number,
): FacebookList<T> {
  if (data.length === 0) return { data };
  const left = total - from - data.length;
  const kept = Object.entries(query).filter(([name]) => !['after', 'summary'].includes(name)) as [string, string][];
  const next = `${base}${path}?${new URLSearchParams([...kept, ['after', cursor(left)]])}`;
  return {
    data,
    paging: { cursors: { before: cursor(total - from), after: cursor(left) }, ...(left > 0 && { next }) },
  };
}
