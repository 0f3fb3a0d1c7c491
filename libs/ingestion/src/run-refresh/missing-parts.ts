import type { MissingPart } from '@linkage/published-facts';
import type { MissingPoint } from './settle';

/** What a refresh is without, point by point: of content each post for itself. */
export interface Missing extends MissingPoint {
  readonly section: MissingPart['section'];
  /** Of a post. */
  readonly ofPost?: true;
}

const isSame = (one: Pick<MissingPart, 'section' | 'part'>, other: Pick<MissingPart, 'section' | 'part'>): boolean =>
  one.section === other.section && one.part === other.part;

/**
 * Part by part, each once, with the most frequent reason's first report. `before`: what the last refresh that ended
 * well was without.
 */
export function missingParts(points: readonly Missing[], before: readonly MissingPart[]): MissingPart[] {
  const parts: MissingPart[] = [];
  for (const { section, part, reason, reportId, ofPost } of points) {
    const known = parts.find((each) => isSame(each, { section, part }));
    if (known !== undefined) {
      if (ofPost) known.posts = (known.posts ?? 0) + 1;
      continue;
    }
    const inARow = (before.find((each) => isSame(each, { section, part }))?.inARow ?? 0) + 1;
    parts.push({ section, part, reason, reportId, inARow, ...(ofPost && { posts: 1 }) });
  }
  return parts;
}
