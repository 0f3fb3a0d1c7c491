import type { ContentFigures, ContentItem } from '@linkage/published-facts';
import { sameValue } from './same-value';

/** A post as this refresh saw it. A figure that is left out was not read this time. */
export interface SeenContent {
  readonly item: ContentItem;
  readonly figures: ContentFigures;
}

export interface ContentChanges {
  /** Seen for the first time. */
  readonly discovered: readonly ContentItem[];
  /** Of new and of known posts: the figures that differ from what was recorded last. */
  readonly metrics: readonly { readonly contentId: string; readonly figures: ContentFigures }[];
}

/** Figures that were read and differ from the known ones. */
const changedFigures = (seen: ContentFigures, known: ContentFigures): ContentFigures =>
  Object.fromEntries(
    Object.entries(seen).filter(
      ([name, figure]) => figure !== undefined && !sameValue(figure, known[name as keyof ContentFigures]),
    ),
  );

/** What is to be recorded of these posts. `known`: by content id. A post that comes twice counts as it came last. */
export const contentChanges = (
  seen: readonly SeenContent[],
  known: ReadonlyMap<string, { readonly figures: ContentFigures }>,
): ContentChanges => {
  const once = [...new Map(seen.map((each) => [each.item.contentId, each])).values()];
  return {
    discovered: once.map(({ item }) => item).filter(({ contentId }) => !known.has(contentId)),
    metrics: once
      .map(({ item: { contentId }, figures }) => ({
        contentId,
        figures: changedFigures(figures, known.get(contentId)?.figures ?? {}),
      }))
      .filter(({ figures }) => Object.keys(figures).length > 0),
  };
};
