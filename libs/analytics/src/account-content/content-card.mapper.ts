import type { ContentCard, PlatformId } from '@linkage/contracts';
import { inOrder, shownOnPlatform } from '../account/shown-on-platform';
import type { AccountContentRow } from './account-content.projection';

/** A post as a browser gets it. It has expired once the platform takes it away (R118). */
export const toContentCard = (row: AccountContentRow, platform: PlatformId, now: Date): ContentCard => {
  const { contentId, type, publishedAt, title, url, thumbnailUrl, expiresAt, figures } = row;
  const expired = expiresAt !== null && Date.parse(expiresAt) <= now.getTime();
  return { contentId, type, publishedAt, title, url, thumbnailUrl, expired, figures: inOrder(shownOnPlatform[platform].content, figures) };
};
