import { contentTypes, isDay, isMoment, type ContentType } from '@linkage/contracts';
import type { PageRequest, Where } from '@linkage/event-sourcing';

/** What a browser may ask the content of an account for. What cannot be understood is ignored. */
export interface ContentFilter {
  /** Types, separated by commas. */
  readonly type?: string | undefined;
  /** A date, or a time with its offset. */
  readonly from?: string | undefined;
  /** Inclusive. */
  readonly to?: string | undefined;
  /** `only`: posts that the platform does not have any more; `none`: only those that it has. */
  readonly deleted?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const day = 24 * 3_600_000;

/** The instant (ms) of a date's first moment in UTC, or of a time; undefined: neither. */
const instantOf = (text: string | undefined): number | undefined => {
  if (text === undefined || !(isDay(text) || isMoment(text))) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
};

const iso = (instant: number): string => new Date(instant).toISOString();

const published = ({ from, to }: ContentFilter): Where => {
  const first = instantOf(from);
  const last = instantOf(to);
  const end = last === undefined ? undefined : last + (isDay(to ?? '') ? day : 1);
  if (first === undefined && end === undefined) return {};
  return {
    publishedAt: { ...(first !== undefined && { gte: iso(first) }), ...(end !== undefined && { lt: iso(end) }) },
  };
};

const ofTypes = ({ type }: ContentFilter): Where => {
  const wanted = new Set((type ?? '').split(',').map((name) => name.trim()));
  const [first, ...more] = contentTypes.filter((known): known is ContentType => wanted.has(known));
  if (first === undefined) return {};
  return { type: more.length === 0 ? first : { in: [first, ...more] } };
};

const ofState = ({ deleted }: ContentFilter): Where =>
  deleted === 'only' || deleted === 'none' ? { deleted: deleted === 'only' ? 1 : 0 } : {};

/** Newest first, ties by the platform's content id (R115). */
export const contentPage = (accountId: string, filter: ContentFilter): PageRequest => ({
  where: { accountId, ...ofTypes(filter), ...published(filter), ...ofState(filter) },
  sort: [{ field: 'publishedAt', direction: 'desc' }],
  limit: filter.limit,
  ...(filter.cursor !== undefined && { cursor: filter.cursor }),
});
