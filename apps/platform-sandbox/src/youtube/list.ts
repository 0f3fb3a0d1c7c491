import type { YoutubeList, YoutubeThumbnails } from '@linkage/platforms/wire';
import type { Parameters } from '../http/parameters';
import { letterId } from '../world/random';
import { badRequest } from './errors';

export const etag = (...key: readonly (string | number)[]): string => letterId(27, 'etag', ...key);
/** `2026-08-01T10:00:00Z` */
export const apiTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** @throws ApiError when `part` is missing or names something unknown */
export function readParts(query: Parameters, known: readonly string[]): ReadonlySet<string> {
  const parts = (query['part'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  if (parts.length === 0)
    throw badRequest('missingRequiredParameter', 'No filter selected. Expected one of: part', 'part');
  const unknown = parts.find((one) => !known.includes(one));
  if (unknown) throw badRequest('unknownPart', `'${unknown}'`, 'part');
  return new Set(parts);
}

/** The parts of an item that were asked for; kind, etag and id are always there. */
export function pickParts<T extends { kind: string; etag: string; id: string }>(
  item: T,
  parts: ReadonlySet<string>,
): T {
  return Object.fromEntries(
    Object.entries(item).filter(
      ([name, value]) => value !== undefined && (['kind', 'etag', 'id'].includes(name) || parts.has(name)),
    ),
  ) as T;
}

const tokenOf = (offset: number): string => Buffer.from(`CPAGE${offset}`).toString('base64url');

function offsetOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const match = /^CPAGE(\d+)$/.exec(Buffer.from(text, 'base64url').toString());
  if (!match) throw badRequest('invalidPageToken', 'The request specifies an invalid page token.', 'pageToken');
  return Number(match[1]);
}

/** One page of `total` things, the i-th made by `make`. The end is the absence of `nextPageToken`. */
export function page<T>(kind: string, query: Parameters, total: number, make: (i: number) => T): YoutubeList<T> {
  const size = query['maxResults'] === undefined ? 5 : Number(query['maxResults']);
  if (!Number.isInteger(size) || size < 0 || size > 50) {
    throw badRequest(
      'invalidParameter',
      `Invalid value '${query['maxResults']}'. Values must be within the range: [0, 50]`,
      'maxResults',
    );
  }
  const offset = offsetOf(query['pageToken']);
  const count = Math.max(0, Math.min(size, total - offset));
  return {
    kind,
    etag: etag(kind, offset, total),
    ...(offset + count < total && count > 0 ? { nextPageToken: tokenOf(offset + count) } : {}),
    ...(offset > 0 ? { prevPageToken: tokenOf(Math.max(0, offset - size)) } : {}),
    pageInfo: { totalResults: total, resultsPerPage: size },
    items: Array.from({ length: count }, (_, i) => make(offset + i)),
  };
}

const widths = { default: 120, medium: 320, high: 480, standard: 640, maxres: 1280 } as const;
const faces = { default: 88, medium: 240, high: 800 } as const;

/** @param url the picture at a width; 16:9 */
export const thumbnails = (
  names: readonly (keyof typeof widths)[],
  url: (width: number) => string,
): YoutubeThumbnails =>
  Object.fromEntries(
    names.map((name) => [
      name,
      { url: url(widths[name]), width: widths[name], height: Math.round((widths[name] * 9) / 16) },
    ]),
  );

/** A channel's face: square, in three sizes. */
export const faceThumbnails = (url: (width: number) => string): YoutubeThumbnails =>
  Object.fromEntries(Object.entries(faces).map(([name, width]) => [name, { url: url(width), width, height: width }]));
