import type { ContentFigure, PlatformId } from '@linkage/contracts';
import { platformData, platforms } from '@linkage/platform-guide';

const all = Object.keys as (figures: object) => ContentFigure[];

/** Whether the platform gives this figure of no post to any app. */
export const isUnshared = (platform: PlatformId, figure: ContentFigure): boolean =>
  platformData[platform].content[figure].from === undefined;

/** "YouTube shares neither impressions nor reach of posts."; null: it shares all figures. */
export const unsharedText = (platform: PlatformId): string | null => {
  const { content } = platformData[platform];
  const labels = all(content)
    .filter((figure) => isUnshared(platform, figure))
    .map((figure) => content[figure].words.label.toLowerCase());
  const [last, ...before] = labels.toReversed();
  if (last === undefined) return null;
  const none = before.length === 0 ? `no ${last}` : `neither ${before.toReversed().join(', ')} nor ${last}`;
  return `${platforms[platform].name} shares ${none} of posts with apps.`;
};
