import { value, type AccountIdentity, type Figure } from '@linkage/published-facts';
import { isLoss, known, type Loss, type Read } from '../loss';
import { figure, firstLine } from '../mapping/reading';
import type { FiguresReading, PostReading, ProfileReading } from '../reading';
import type { PageAnswer } from './facebook.answers';
import type { InsightsReading } from './facebook-insights';
import { storyEnd, type NamedPost, type NamedStory } from './facebook-posts';
import { typeOf } from './facebook-post-type';

type PageFields = Omit<PageAnswer, 'id'>;

/** Many Pages have no username: then the id stands in its place, as it does in their addresses. */
export function identityOf(platformAccountId: string, page: PageFields): AccountIdentity {
  const username = known(page.username) ?? platformAccountId;
  return {
    platformAccountId,
    username,
    displayName: known(page.name) ?? username,
    avatarUrl: known(avatarOf(page)) ?? null,
  };
}

/** A silhouette is Facebook's own, for Pages without a picture. */
function avatarOf({ picture }: PageFields): Read<string | null> {
  if (isLoss(picture)) return picture;
  const data = picture?.data;
  if (isLoss(data)) return data;
  return data === undefined || data.is_silhouette === true ? null : (data.url ?? null);
}

/** Older Pages count those that like them where there is no number of followers. */
export const followersOf = ({ followers_count: followers, fan_count: fans }: PageFields): Read<number> | undefined =>
  followers ?? fans;

/** What the profile needs beside the Page's own answer. */
export interface ProfileParts {
  readonly posts: Read<number>;
  readonly reach28d: Read<Figure>;
  readonly email: ProfileReading['email'];
  readonly wwwHost: string;
  /** For what there always is. */
  readonly without: (field: string) => Loss;
}

export function profileOf(id: string, page: PageFields, parts: ProfileParts): ProfileReading {
  const username = page.username ?? id;
  return {
    username,
    displayName: page.name ?? parts.without('name'),
    avatarUrl: avatarOf(page),
    profileUrl: page.link ?? `${parts.wwwHost}/${encodeURIComponent(known(username) ?? id)}`,
    email: parts.email,
    figures: {
      followers: figure(followersOf(page) ?? parts.without('followers_count'), 'not-yet'),
      posts: figure(parts.posts, 'not-yet'),
      reach28d: parts.reach28d,
    },
  };
}

/** Where a figure's call could not be made with the permission that it needs, or was refused for it. */
export interface PostContext {
  readonly reactions: 'asked' | 'permission-missing' | Loss;
  /** Films that were live. undefined: it could not be found out. */
  readonly live: ReadonlySet<string> | Loss;
  readonly wwwHost: string;
}

export function postOf(post: NamedPost, insights: InsightsReading, context: PostContext): PostReading {
  const { type, lost: typeLost } = typeOf(post, context.live);
  const counted = (of: NamedPost['comments']): Read<Figure> => {
    if (context.reactions !== 'asked')
      return isLoss(context.reactions) ? context.reactions : { is: 'permission-missing' };
    if (of === undefined || isLoss(of)) return of ?? { is: 'not-offered' };
    if (of.summary === undefined || isLoss(of.summary)) return of.summary ?? { is: 'not-offered' };
    return figure(of.summary.total_count, 'not-offered');
  };
  const shares = isLoss(post.shares) ? post.shares : (post.shares?.count ?? 0);
  return {
    contentId: post.id,
    type,
    ...(typeLost && { typeLost }),
    publishedAt: post.created_time,
    title: titleOf(post),
    url: post.permalink_url ?? `${context.wwwHost}/${encodeURIComponent(post.id)}`,
    thumbnailUrl: thumbnailOf(post),
    expiresAt: null,
    figures: {
      likes: counted(post.reactions),
      comments: counted(post.comments),
      shares: isLoss(shares) ? shares : value(shares),
      ...viewsOf(insights, { views: 'post_media_view', reach: 'post_total_media_view_unique' }),
      ...always,
    },
  };
}

export function storyOf(story: NamedStory, insights: InsightsReading): PostReading {
  const at = known(story.creation_time);
  return {
    contentId: story.post_id,
    type: 'story',
    publishedAt: story.creation_time,
    title: '',
    url: story.url ?? null,
    thumbnailUrl: null,
    expiresAt: at === undefined ? null : storyEnd(at),
    figures: {
      ...viewsOf(insights, {
        views: 'story_media_view',
        reach: 'story_total_media_view_unique',
        shares: 'pages_fb_story_shares',
        likes: 'pages_fb_story_thread_lightweight_reactions',
      }),
      ...always,
      comments: { is: 'not-applicable' },
    },
  };
}

/** Retired in November 2025, and never given to apps. */
const always = { impressions: { is: 'not-offered' }, saves: { is: 'not-offered' } } as const;

/** What was written, else what Facebook writes in its place. */
const titleOf = ({ message, story }: NamedPost): Read<string> => {
  const said = message ?? story;
  return isLoss(said) ? said : firstLine(said);
};

function thumbnailOf({ full_picture: picture, attachments }: NamedPost): Read<string | null> {
  if (picture !== undefined) return picture;
  const list = isLoss(attachments) ? attachments : attachments?.data;
  if (list === undefined || isLoss(list)) return list ?? null;
  const [first] = list;
  const media = first === undefined || isLoss(first) ? first : first.media;
  const image = media === undefined || isLoss(media) ? media : media.image;
  return (image === undefined || isLoss(image) ? image : image.src) ?? null;
}

/** Figures that insights give. What was not read this time is left out. */
function viewsOf(insights: InsightsReading, names: Readonly<Record<string, string>>): FiguresReading {
  if (insights.is === 'not-read') return {};
  const of = (metric: string): Read<Figure> => {
    const found = insights.is === 'none' ? insights.why : (insights.metrics.get(metric) ?? insights.nothing);
    if (isLoss(found)) return found;
    return typeof found === 'string' ? { is: found } : sumOf(found);
  };
  return Object.fromEntries(Object.entries(names).map(([figure, metric]) => [figure, of(metric)]));
}

/** Reactions come by kind. */
function sumOf(found: number | Readonly<Record<string, Read<number> | undefined>>): Read<Figure> {
  if (typeof found === 'number') return value(found);
  const parts = Object.values(found);
  return parts.find(isLoss) ?? value(parts.reduce<number>((sum, part) => sum + (known(part) ?? 0), 0));
}
