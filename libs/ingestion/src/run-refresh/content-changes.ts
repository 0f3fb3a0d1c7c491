import {
  isSamePicture,
  type ContentChange,
  type ContentFigures,
  type ContentItem,
  type ContentType,
} from '@linkage/published-facts';
import type { KnownContent } from './known-content.projection';
import { sameValue } from './same-value';
import { isLost, settleFigures, type Lost, type MissingPoint, type Read, type ReadFigures } from './settle';

/** A post as this refresh saw it. A figure that is left out was not read this time. */
export interface SeenContent {
  readonly contentId: string;
  readonly type: ContentType;
  /** Why the type is a guess. */
  readonly typeLost?: Lost;
  readonly publishedAt: Read<string>;
  readonly title: Read<string>;
  readonly url: Read<string | null>;
  readonly thumbnailUrl: Read<string | null>;
  readonly expiresAt: string | null;
  readonly figures: ReadFigures;
}

export interface ContentChanges {
  /** Seen for the first time. */
  readonly discovered: readonly ContentItem[];
  /** Of known posts: what is different from what was recorded last. */
  readonly changed: readonly ContentChange[];
  /** Ids of posts that were not found any more, and are there again. */
  readonly restored: readonly string[];
  /** Of new and of known posts: the figures that differ from what was recorded last. */
  readonly metrics: readonly { readonly contentId: string; readonly figures: ContentFigures }[];
  /** What could not be read of them. */
  readonly missing: readonly MissingPoint[];
}

/** Figures that were read and differ from the known ones. */
const changedFigures = (seen: ContentFigures, known: ContentFigures): ContentFigures =>
  Object.fromEntries(
    Object.entries(seen).filter(
      ([name, figure]) => figure !== undefined && !sameValue(figure, known[name as keyof ContentFigures]),
    ),
  );

/** A new post, with what could not be read left empty; undefined: without a time it has no place. */
function itemOf({
  contentId,
  type,
  publishedAt,
  title,
  url,
  thumbnailUrl,
  expiresAt,
}: SeenContent): ContentItem | undefined {
  if (isLost(publishedAt)) return undefined;
  return {
    contentId,
    type,
    publishedAt,
    title: isLost(title) ? '' : title,
    url: isLost(url) ? null : url,
    thumbnailUrl: isLost(thumbnailUrl) ? null : thumbnailUrl,
    expiresAt,
  };
}

/** What of a known post was read and is different now; undefined: nothing. */
function changeOf(
  { contentId, type, typeLost, publishedAt, title, url, thumbnailUrl, expiresAt }: SeenContent,
  known: ContentItem,
): ContentChange | undefined {
  const isNew = <T>(read: Read<T>, before: T): read is T => !isLost(read) && read !== before;
  const change = {
    ...(typeLost === undefined && type !== known.type && { type }),
    ...(isNew(publishedAt, known.publishedAt) && { publishedAt }),
    ...(isNew(title, known.title) && { title }),
    ...(isNew(url, known.url) && { url }),
    ...(!isLost(thumbnailUrl) && !isSamePicture(thumbnailUrl, known.thumbnailUrl) && { thumbnailUrl }),
    ...(expiresAt !== known.expiresAt && { expiresAt }),
  };
  return Object.keys(change).length === 0 ? undefined : { contentId, ...change };
}

const lostFields = ({ typeLost, publishedAt, title, url, thumbnailUrl }: SeenContent): MissingPoint[] =>
  Object.entries({ type: typeLost, publishedAt, title, url, thumbnailUrl }).flatMap(([part, read]) =>
    isLost(read) ? [{ part, reason: read.lost, reportId: read.reportId, retryAt: read.retryAt }] : [],
  );

/** What is to be recorded of these posts. `known`: by content id. A post that comes twice counts as it came last. */
export const contentChanges = (
  seen: readonly SeenContent[],
  known: ReadonlyMap<string, KnownContent>,
): ContentChanges => {
  const once = [...new Map(seen.map((each) => [each.contentId, each])).values()];
  const isNew = ({ contentId }: SeenContent): boolean => !known.has(contentId);
  const discovered = once.filter(isNew).flatMap((post) => itemOf(post) ?? []);
  const changed = once.flatMap((post) => {
    const before = known.get(post.contentId);
    return (before && changeOf(post, before)) ?? [];
  });
  const restored = once.map(({ contentId }) => contentId).filter((contentId) => known.get(contentId)?.gone === 1);
  const placed = once.filter((post) => !isNew(post) || !isLost(post.publishedAt));
  const settled = placed.map(({ contentId, figures }) => {
    const before = known.get(contentId)?.figures ?? {};
    const { snapshot, missing } = settleFigures(figures, before);
    return { contentId, figures: changedFigures(snapshot, before), missing };
  });
  return {
    discovered,
    changed,
    restored,
    metrics: settled
      .filter(({ figures }) => Object.keys(figures).length > 0)
      .map(({ contentId, figures }) => ({ contentId, figures })),
    missing: [...once.flatMap(lostFields), ...settled.flatMap(({ missing }) => missing)],
  };
};
