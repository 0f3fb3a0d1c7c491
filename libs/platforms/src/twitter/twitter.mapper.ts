import type { AccountIdentity } from '@linkage/published-facts';
import type { Figure } from '@linkage/platform-guide';
import { isLoss, known, mapRead, type Loss, type Read } from '../loss';
import { figure, firstLine } from '../mapping/reading';
import type { AudienceReading, FiguresReading, PostReading, ProfileReading } from '../reading';
import type { ReadPost, ReadUser } from './twitter.answers';
import { isForOwner } from './utc-days';
import { mediaOf, type Attached, type MediaByKey } from './attached-media';

/** A user and a post whose ids could be read. */
export type NamedUser = ReadUser & { readonly id: string };
export type NamedPost = ReadPost & { readonly id: string };

/** What a part of an answer has under a name; a part that could not be read has nothing but its loss. */
export function within<Part extends object, Name extends keyof Part>(
  part: Read<Part> | undefined,
  name: Name,
): Part[Name] | Loss | undefined {
  return part === undefined || isLoss(part) ? part : part[name];
}

/** X names the picture of 48 pixels; the same one is there with 400. */
const avatarOf = ({ profile_image_url: url }: ReadUser): Read<string | null> =>
  url === undefined ? null : mapRead(url, (address) => address.replace(/_normal(?=\.\w+$)/, '_400x400'));

export function identityOf(user: NamedUser): AccountIdentity {
  const username = known(user.username) ?? user.id;
  return {
    platformAccountId: user.id,
    username,
    displayName: known(user.name) ?? username,
    avatarUrl: known(avatarOf(user)) ?? null,
  };
}

export const followersOf = (user: NamedUser): Read<number> | undefined =>
  within(user.public_metrics, 'followers_count');

export function profileOf(user: NamedUser, email: Read<Figure<string>>, wwwHost: string): ProfileReading {
  const metrics = user.public_metrics;
  return {
    username: user.username,
    displayName: user.name ?? user.username,
    avatarUrl: avatarOf(user),
    profileUrl: mapRead(user.username, (name) => `${wwwHost}/${encodeURIComponent(name)}`),
    email,
    figures: {
      followers: figure(within(metrics, 'followers_count'), 'not-yet'),
      tweets: figure(within(metrics, 'post_count'), 'not-yet'),
      following: figure(within(metrics, 'following_count'), 'not-yet'),
    },
  };
}

/** X tells no app who an account's followers are. */
export const noAudience: AudienceReading = {
  of: 'followers',
  countries: { is: 'not-offered' },
  cities: { is: 'not-offered' },
  ages: { is: 'not-offered' },
  genders: { is: 'not-offered' },
};

/** What else a post is mapped from. */
export interface Around {
  readonly username: Read<string>;
  readonly media: MediaByKey;
  /** Impressions as the owner is told; undefined: they were not asked for. */
  readonly ownersImpressions?: Read<number> | undefined;
  readonly wwwHost: string;
  readonly now: Date;
}

/** Oldest first: each edit gives a post another id, and all of them are the same post. */
export function firstIdOf({ id, edit_history_post_ids: history }: NamedPost): string {
  const ids = known(history) ?? [];
  return ids.includes(id) ? (known(ids[0]) ?? id) : id;
}

/** A post of another account, shown again. */
export const isRepost = ({ referenced_posts: references }: ReadPost): boolean =>
  (known(references) ?? []).some((each) => known(within(each, 'type')) === 'retweeted');

export function postOf(post: NamedPost, around: Around): PostReading {
  const { username, media, wwwHost } = around;
  const attached = mediaOf(post, media);
  return {
    contentId: firstIdOf(post),
    type: attached.type,
    ...(attached.typeLost && { typeLost: attached.typeLost }),
    publishedAt: post.created_at,
    title: titleOf(post, attached),
    url: mapRead(username, (name) => `${wwwHost}/${encodeURIComponent(name)}/status/${encodeURIComponent(post.id)}`),
    thumbnailUrl: attached.thumbnailUrl,
    expiresAt: null,
    figures: figuresOf(post, attached, around),
  };
}

/** Of a long post all of its text stands elsewhere. Where media are attached, X appends their address. */
function titleOf(post: ReadPost, attached: Attached): Read<string> {
  const whole = within(post.note_post, 'text') ?? post.text;
  return mapRead(whole, (text) => {
    const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    return firstLine(attached.isSome ? plain.replace(/\s*https:\/\/t\.co\/\w+\s*$/, '') : plain);
  });
}

/** X counts reposts and quotes apart, and tells no app how many different people there were. */
function figuresOf(post: ReadPost, attached: Attached, around: Around): FiguresReading {
  const metrics = post.public_metrics;
  const impressions = impressionsOf(post, around);
  return {
    likes: figure(within(metrics, 'like_count'), 'not-yet'),
    comments: figure(within(metrics, 'reply_count'), 'not-yet'),
    shares: figure(sumOf(within(metrics, 'repost_count'), within(metrics, 'quote_count')), 'not-yet'),
    saves: figure(within(metrics, 'bookmark_count'), 'not-yet'),
    ...(impressions !== undefined && { impressions }),
    reach: { is: 'not-offered' },
    views: attached.views,
  };
}

function sumOf(one: Read<number> | undefined, other: Read<number> | undefined): Read<number> | undefined {
  if (isLoss(one) || isLoss(other)) return isLoss(one) ? one : other;
  return one === undefined || other === undefined ? undefined : one + other;
}

/**
 * Public as a rule; otherwise the owner's, which X gives for 30 days. After that what was known last stands, so that it
 * is left out.
 */
function impressionsOf(post: ReadPost, { ownersImpressions, now }: Around): Read<Figure> | undefined {
  const inPublic = within(post.public_metrics, 'impression_count');
  const owners = ownersCount(post) ?? ownersImpressions;
  const count = inPublic ?? owners;
  if (count !== undefined) return figure(count, 'not-yet');
  const at = known(post.created_at);
  return at === undefined || isForOwner(at, now) ? { is: 'not-yet' } : undefined;
}

/** What the owner is told of a post, wherever an answer has it. */
export const ownersCount = (post: Pick<ReadPost, 'non_public_metrics' | 'organic_metrics'>): Read<number> | undefined =>
  within(post.non_public_metrics, 'impression_count') ?? within(post.organic_metrics, 'impression_count');
