import {
  value,
  type AccountIdentity,
  type ContentFigures,
  type ContentItem,
  type ContentType,
  type Figure,
  type ProfileSnapshot,
} from '@linkage/published-facts';
import { count, figure, firstLine, isoTime, text, webAddress } from '../mapping/reading';
import type { InsightsReading } from './instagram.insights';
import type { InstagramMedia, InstagramUser } from './instagram.wire';

const storyLifeMs = 24 * 3_600_000;

/** undefined: the answer names no professional account. The id is the one that both of Meta's Instagram products use (`1784…`). */
export function identityOf(user: Partial<InstagramUser>): AccountIdentity | undefined {
  const platformAccountId = text(user.user_id);
  const username = text(user.username);
  if (platformAccountId === undefined || username === undefined) return undefined;
  return {
    platformAccountId,
    username,
    displayName: text(user.name) ?? username,
    avatarUrl: webAddress(user.profile_picture_url),
  };
}

/** Only business and creator accounts can be watched. Instagram sends no type at all on some answers; then the figures decide. */
export const isProfessional = (user: Partial<InstagramUser>): boolean =>
  user.account_type === undefined || ['BUSINESS', 'MEDIA_CREATOR', 'CREATOR'].includes(user.account_type);

/** `reach` is the account's reach over 28 days. Instagram never gives an e-mail address. */
export function profileOf(
  user: Partial<InstagramUser>,
  reach: InsightsReading,
  wwwHost: string,
): ProfileSnapshot | undefined {
  const identity = identityOf(user);
  if (identity === undefined) return undefined;
  const { username, displayName, avatarUrl } = identity;
  const reach28d = insightFigure(reach, 'reach');
  return {
    username,
    displayName,
    avatarUrl,
    profileUrl: `${wwwHost}/${encodeURIComponent(username)}/`,
    email: { is: 'not-offered' },
    figures: {
      followers: figure(count(user.followers_count), 'not-yet'),
      following: figure(count(user.follows_count), 'not-yet'),
      posts: figure(count(user.media_count), 'not-yet'),
      ...(reach28d && { reach28d }),
    },
  };
}

/** `media_product_type` counts; `media_type` is never `REELS`. */
export function typeOf(media: InstagramMedia): ContentType {
  if (media.media_product_type === 'REELS') return 'reels';
  if (media.media_product_type === 'STORY') return 'story';
  if (media.media_type === 'CAROUSEL_ALBUM') return 'album';
  if (media.media_type === 'IMAGE') return 'image';
  return media.media_type === 'VIDEO' ? 'video' : 'feed';
}

/** undefined: without an id or a time it has no place in the list. */
export function itemOf(media: InstagramMedia): ContentItem | undefined {
  const contentId = text(media.id);
  const publishedAt = isoTime(media.timestamp);
  if (contentId === undefined || publishedAt === undefined) return undefined;
  const type = typeOf(media);
  return {
    contentId,
    type,
    publishedAt,
    title: firstLine(media.caption),
    url: webAddress(media.permalink),
    thumbnailUrl: thumbnailOf(media),
    expiresAt: type === 'story' ? new Date(Date.parse(publishedAt) + storyLifeMs).toISOString() : null,
  };
}

/** A picture, never a film: videos have `thumbnail_url`; an album without one shows its first child. */
function thumbnailOf(media: InstagramMedia): string | null {
  if (media.media_type === 'VIDEO') return webAddress(media.thumbnail_url);
  const own = webAddress(media.thumbnail_url) ?? webAddress(media.media_url);
  const first = media.children?.data[0];
  return (
    own ?? webAddress(first?.thumbnail_url) ?? (first?.media_type === 'VIDEO' ? null : webAddress(first?.media_url))
  );
}

/**
 * Likes and comments come with the list and are newest there; a hidden number of likes is in the insights. Impressions were retired in
 * April 2025. Photos and albums have no views of their own here (R124), stories no saves and no public comments.
 */
export function figuresOf(media: InstagramMedia, insights: InsightsReading): ContentFigures {
  const type = typeOf(media);
  const story = type === 'story';
  const viewed = story || type === 'reels' || type === 'video';
  const reach = insightFigure(insights, 'reach');
  const views: Figure | undefined = viewed ? insightFigure(insights, 'views') : { is: 'not-applicable' };
  const shares = insightFigure(insights, 'shares');
  const saves: Figure | undefined = story ? { is: 'not-applicable' } : insightFigure(insights, 'saved');
  return {
    likes: listed(media.like_count, insights, 'likes'),
    comments: story ? { is: 'not-applicable' } : listed(media.comments_count, insights, 'comments'),
    impressions: { is: 'not-offered' },
    ...(reach && { reach }),
    ...(views && { views }),
    ...(shares && { shares }),
    ...(saves && { saves }),
  };
}

/** Absent in both list and insights: Instagram does not give it for this post, for instance because the creator hides it. */
function listed(inList: unknown, insights: InsightsReading, metric: string): Figure {
  const number = count(inList) ?? (insights.is === 'read' ? insights.values.get(metric) : undefined);
  return figure(number, 'not-offered');
}

/** undefined: not read this time. A metric that is missing in an answer is not worked out yet: Instagram takes up to 48 h. */
function insightFigure(insights: InsightsReading, metric: string): Figure | undefined {
  if (insights.is === 'not-read') return undefined;
  if (insights.is === 'none') return { is: insights.why };
  const number = insights.values.get(metric);
  if (number !== undefined) return value(number);
  return { is: insights.retired.has(metric) ? 'not-offered' : 'not-yet' };
}
