import type { ContentFigures, ContentItem, ContentType } from '@linkage/published-facts';
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

const lostFields = ({ typeLost, publishedAt, title, url, thumbnailUrl }: SeenContent): MissingPoint[] =>
  Object.entries({ type: typeLost, publishedAt, title, url, thumbnailUrl }).flatMap(([part, read]) =>
    isLost(read) ? [{ part, reason: read.lost, reportId: read.reportId, retryAt: read.retryAt }] : [],
  );

/** What is to be recorded of these posts. `known`: by content id. A post that comes twice counts as it came last. */
export const contentChanges = (
  seen: readonly SeenContent[],
  known: ReadonlyMap<string, { readonly figures: ContentFigures }>,
): ContentChanges => {
  const once = [...new Map(seen.map((each) => [each.contentId, each])).values()];
  const isNew = ({ contentId }: SeenContent): boolean => !known.has(contentId);
  const discovered = once.filter(isNew).flatMap((post) => itemOf(post) ?? []);
  const placed = once.filter((post) => !isNew(post) || !isLost(post.publishedAt));
  const settled = placed.map(({ contentId, figures }) => {
    const before = known.get(contentId)?.figures ?? {};
    const { snapshot, missing } = settleFigures(figures, before);
    return { contentId, figures: changedFigures(snapshot, before), missing };
  });
  return {
    discovered,
    metrics: settled
      .filter(({ figures }) => Object.keys(figures).length > 0)
      .map(({ contentId, figures }) => ({ contentId, figures })),
    missing: [...once.flatMap(lostFields), ...settled.flatMap(({ missing }) => missing)],
  };
};
