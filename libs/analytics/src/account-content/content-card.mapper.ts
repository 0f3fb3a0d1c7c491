import type { ContentCard, PlatformId } from '@linkage/contracts';
import { hasExpired } from '../account/has-expired';
import { cardFigures } from '../account/shown-on-platform';
import type { AccountContentRow } from '../account/account-content.projection';

/** A post as a browser gets it. It has expired once the platform takes it away (R118). */
export const toContentCard = (row: AccountContentRow, platform: PlatformId, now: Date): ContentCard => {
  const { contentId, type, publishedAt, title, url, thumbnailUrl, figures, deletedAt } = row;
  return {
    contentId,
    type,
    publishedAt,
    title,
    url,
    thumbnailUrl,
    expired: hasExpired(row, now),
    deletedAt,
    figures: cardFigures(platform, figures),
  };
};
