import type { InstagramMediaPage } from '@linkage/platforms/wire';
import type { GraphCall } from './call';
import { parameter } from './errors';
import { readFields } from './fields';
import { media, mediaFields } from './media';

/** How far back the list goes. */
const reachable = 10_000;

/** Cursors name a post, not a position, so that a new post does not shift the pages. */
const cursor = (k: number): string => Buffer.from(`QVFIU${k}`).toString('base64url');

function readCursor(text: string): number {
  const match = /^QVFIU(\d+)$/.exec(Buffer.from(text, 'base64url').toString());
  if (!match) throw parameter('Invalid cursors values');
  return Number(match[1]);
}

/** `GET /{user}/media`: newest first. The end is the absence of `next`. */
export function mediaList(call: GraphCall): InstagramMediaPage {
  const {
    account: { feed },
    query,
    now,
    base,
  } = call;
  const fields = readFields(query['fields'], mediaFields, ['id']);
  const limit = readLimit(query['limit']);
  const count = feed.count(now);
  const oldest = Math.max(0, count - reachable);
  const after = query['after'] === undefined ? count : Math.min(count, readCursor(query['after']));
  const before = query['before'] === undefined ? oldest - 1 : readCursor(query['before']);
  const newest = query['before'] === undefined ? after - 1 : Math.min(after - 1, before + limit);
  const last = Math.max(before + 1, newest - limit + 1);
  if (newest < last) return { data: [] };

  const data = Array.from({ length: newest - last + 1 }, (_, i) =>
    media(call, feed.post(newest - i), fields),
  ) as InstagramMediaPage['data'];
  const link = (side: 'after' | 'before', k: number): string => {
    const parameters = new URLSearchParams({
      access_token: call.token,
      ...(query['fields'] ? { fields: query['fields'] } : {}),
      limit: String(limit),
      [side]: cursor(k),
    });
    return `${base}/${call.account.userId}/media?${parameters}`;
  };
  return {
    data,
    paging: {
      cursors: { before: cursor(newest), after: cursor(last) },
      ...(last > oldest ? { next: link('after', last) } : {}),
      ...(newest < count - 1 ? { previous: link('before', newest) } : {}),
    },
  };
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return 25;
  if (!/^\d+$/.test(text) || Number(text) < 1) throw parameter('limit must be a positive number');
  return Math.min(100, Number(text));
}
