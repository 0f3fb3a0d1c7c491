import { followersAt, figuresOf, hour } from './growth';
import type { Person, PostKind } from './person';
import { between, luck, unit } from './random';
import type { Motif } from './motif';

export interface Post<Kind extends PostKind = PostKind> {
  readonly k: number;
  readonly id: string;
  readonly kind: Kind;
  /** ms since 1970 */
  readonly publishedAt: number;
  readonly title: string;
  /** The title is what the person typed last: shown everywhere as it is. */
  readonly edited?: true;
  readonly motif: Motif;
  /** Seconds; 0 for pictures. */
  readonly seconds: number;
  readonly success: Success;
}

/** How a post will do: fixed when it is published. Rates are parts of its views. */
interface Success {
  /** Views it will have in the end. */
  readonly views: number;
  /** Hours in which it gathers most of them. */
  readonly pace: number;
  readonly reach: number;
  readonly likes: number;
  readonly comments: number;
  readonly shares: number;
  readonly saves: number;
  readonly follows: number;
  /** Part of the length that an ordinary viewer watches; above 1 where videos loop. */
  readonly watched: number;
}

export interface PostFigures {
  readonly views: number;
  readonly reach: number;
  readonly likes: number;
  readonly comments: number;
  readonly shares: number;
  readonly saves: number;
  readonly follows: number;
  readonly profileVisits: number;
  /** Seconds that all viewers together have watched. */
  readonly watchedSeconds: number;
}

const boost: Readonly<Record<PostKind, number>> = {
  reel: 1.7,
  image: 0.55,
  album: 0.75,
  video: 0.9,
  story: 0.18,
  short: 1.9,
  stream: 0.5,
  text: 0.5,
  link: 0.4,
  clip: 0.3,
  reply: 0.05,
  repost: 0.02,
};
const pace: Readonly<Record<PostKind, number>> = {
  reel: 60,
  image: 20,
  album: 26,
  video: 70,
  story: 6,
  short: 40,
  stream: 30,
  text: 12,
  link: 16,
  clip: 40,
  reply: 8,
  repost: 8,
};

export function successOf(seed: string, person: Person, kind: PostKind, k: number, publishedAt: number): Success {
  const key = [seed, person.id, kind === 'story' ? 'story' : 'post', k] as const;
  const audience = followersAt(seed, person, publishedAt);
  return {
    views:
      audience * person.pull * boost[kind] * luck(kind === 'story' ? 0.25 : 0.7, ...key, 'views') +
      3 * unit(...key, 'strangers'),
    pace: pace[kind] * between(0.6, 1.6, ...key, 'pace'),
    reach: between(0.62, 0.84, ...key, 'reach'),
    likes: between(0.02, 0.075, ...key, 'likes'),
    comments: between(0.0004, 0.0035, ...key, 'comments'),
    shares: between(0.0005, 0.008, ...key, 'shares'),
    saves: between(0.001, 0.012, ...key, 'saves'),
    follows: between(0.0005, 0.004, ...key, 'follows'),
    watched:
      kind === 'short' || kind === 'reel' || kind === 'clip'
        ? between(0.55, 1.15, ...key, 'watched')
        : between(0.22, 0.62, ...key, 'watched'),
  };
}

/**
 * What a post has gathered by a time: fast at first, then a thin tail that never quite ends. Written out, as reports
 * ask a million times.
 */
export function figuresAt(post: Post, at: number): PostFigures {
  const hours = Math.max(0, figuresOf(at) - post.publishedAt) / hour;
  const { success } = post;
  const gathered = success.views * (1 - Math.exp(-hours / success.pace)) * (1 + 0.04 * Math.log1p(hours / 336));
  const views = Math.floor(gathered);
  return {
    views,
    reach: Math.floor(gathered * success.reach),
    likes: Math.floor(gathered * success.likes),
    comments: Math.floor(gathered * success.comments),
    shares: Math.floor(gathered * success.shares),
    saves: Math.floor(gathered * success.saves),
    follows: Math.floor(gathered * success.follows),
    profileVisits: Math.floor(gathered * success.follows * 6),
    watchedSeconds: Math.floor(views * post.seconds * success.watched),
  };
}
