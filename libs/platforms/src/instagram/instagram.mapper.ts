import { value, type AccountIdentity, type ContentType, type Figure } from '@linkage/published-facts';
import { isLoss, known, mapRead, type Loss, type Read } from '../loss';
import { figure, firstLine } from '../mapping/reading';
import type { FiguresReading, PostReading, ProfileReading } from '../reading';
import type { UserAnswer } from './instagram.answers';
import type { InsightsReading } from './instagram-insights';
import type { Media, NamedMedia } from './instagram-media';

const storyLifeMs = 24 * 3_600_000;

/** Ids of professional accounts; those that an app has for people look otherwise. */
const professionalId = /^17841\d{12}$/;

/**
 * undefined: the answer names no professional account. The id is the one that both of Meta's Instagram products use,
 * one of them as `user_id` and the other as `id`.
 */
export function accountIdOf({ user_id: own, id }: UserAnswer): string | undefined {
  const other = known(id);
  return known(own) ?? (other !== undefined && professionalId.test(other) ? other : undefined);
}

export function identityOf(platformAccountId: string, user: UserAnswer): AccountIdentity {
  const username = known(user.username) ?? platformAccountId;
  return {
    platformAccountId,
    username,
    displayName: known(user.name) ?? username,
    avatarUrl: known(user.profile_picture_url) ?? null,
  };
}

/**
 * Only business and creator accounts can be watched. Instagram sends no type at all on some answers, and may find new
 * words for it: then the figures decide.
 */
export const isProfessional = ({ account_type: type }: UserAnswer): boolean =>
  known(type)?.toUpperCase() !== 'PERSONAL';

/** `reach` is the account's reach over 28 days. Instagram never gives an e-mail address. */
export function profileOf(
  user: UserAnswer,
  reach: InsightsReading,
  wwwHost: string,
  withoutUsername: () => Loss,
): ProfileReading {
  const username = user.username ?? withoutUsername();
  const reach28d = insightFigure(reach, 'reach');
  return {
    username,
    displayName: user.name ?? username,
    avatarUrl: user.profile_picture_url ?? null,
    profileUrl: mapRead(username, (name) => `${wwwHost}/${encodeURIComponent(name)}/`),
    email: { is: 'not-offered' },
    figures: {
      followers: figure(user.followers_count, 'not-yet'),
      following: figure(user.follows_count, 'not-yet'),
      posts: figure(user.media_count, 'not-yet'),
      ...(reach28d && { reach28d }),
    },
  };
}

/** `media_product_type` counts; `media_type` is never `REELS`. */
export function typeOf(media: Media): ContentType {
  const product = known(media.media_product_type);
  const kind = known(media.media_type);
  if (product === 'REELS') return 'reels';
  if (product === 'STORY') return 'story';
  if (kind === 'CAROUSEL_ALBUM') return 'album';
  if (kind === 'IMAGE') return 'image';
  return kind === 'VIDEO' ? 'video' : 'feed';
}

export const isStory = (media: Media): boolean => typeOf(media) === 'story';

/** A post whose id could not be read has no place anywhere. */
export function postOf(media: NamedMedia, insights: InsightsReading): PostReading {
  const type = typeOf(media);
  const typeLost = [media.media_product_type, media.media_type].find(isLoss);
  const publishedAt = media.timestamp;
  const endsAt = type === 'story' ? known(publishedAt) : undefined;
  return {
    contentId: media.id,
    type,
    ...(typeLost && { typeLost }),
    publishedAt,
    title: isLoss(media.caption) ? media.caption : firstLine(media.caption),
    url: media.permalink ?? null,
    thumbnailUrl: thumbnailOf(media),
    expiresAt: endsAt === undefined ? null : new Date(Date.parse(endsAt) + storyLifeMs).toISOString(),
    figures: figuresOf(media, insights),
  };
}

/** A picture, never a film: videos have `thumbnail_url`; an album without one shows its first child. */
function thumbnailOf(media: Media): Read<string | null> {
  if (known(media.media_type) === 'VIDEO') return media.thumbnail_url ?? null;
  const own = media.thumbnail_url ?? media.media_url;
  if (own !== undefined) return own;
  const children = isLoss(media.children) ? media.children : media.children?.data;
  if (children === undefined || isLoss(children)) return children ?? null;
  const [first] = children;
  if (first === undefined || isLoss(first)) return first ?? null;
  return first.thumbnail_url ?? (known(first.media_type) === 'VIDEO' ? null : (first.media_url ?? null));
}

/**
 * Likes and comments come with the list and are newest there; a hidden number of likes is in the insights. Impressions
 * were retired in April 2025. Photos and albums have no views of their own here (R124), stories no saves and no public
 * comments.
 */
export function figuresOf(media: Media, insights: InsightsReading): FiguresReading {
  const type = typeOf(media);
  const story = type === 'story';
  const viewed = story || type === 'reels' || type === 'video';
  const reach = insightFigure(insights, 'reach');
  const views = viewed ? insightFigure(insights, 'views') : notApplicable;
  const shares = insightFigure(insights, 'shares');
  const saves = story ? notApplicable : insightFigure(insights, 'saved');
  const likes = listed(media.like_count, insights, 'likes');
  const comments = story ? notApplicable : listed(media.comments_count, insights, 'comments');
  return {
    ...(likes && { likes }),
    ...(comments && { comments }),
    impressions: { is: 'not-offered' },
    ...(reach && { reach }),
    ...(views && { views }),
    ...(shares && { shares }),
    ...(saves && { saves }),
  };
}

const notApplicable: Figure = { is: 'not-applicable' };

/**
 * Absent in both list and insights: Instagram does not give it for this post, for instance because the creator hides
 * it. undefined: not in the list, and insights were not read this time.
 */
function listed(inList: Read<number> | undefined, insights: InsightsReading, metric: string): Read<Figure> | undefined {
  if (inList !== undefined && !isLoss(inList)) return value(inList);
  const inInsights = insights.is === 'read' ? insights.metrics.get(metric) : undefined;
  if (typeof inInsights === 'number') return value(inInsights);
  const lost = [inList, inInsights, insights.is === 'none' ? insights.why : undefined].find(isLoss);
  return lost ?? (insights.is === 'not-read' ? undefined : { is: 'not-offered' });
}

/**
 * undefined: not read this time. A metric that is missing in an answer is not worked out yet: Instagram takes up to 48
 * h.
 */
function insightFigure(insights: InsightsReading, metric: string): Read<Figure> | undefined {
  if (insights.is === 'not-read') return undefined;
  const found = insights.is === 'none' ? insights.why : insights.metrics.get(metric);
  if (found === undefined) return { is: 'not-yet' };
  if (isLoss(found)) return found;
  return typeof found === 'number' ? value(found) : { is: found };
}
