import type {
  TwitterMedia,
  TwitterOwnersMetrics,
  TwitterPartialError,
  TwitterPost,
  TwitterPostMetrics,
} from '@linkage/platforms/wire';
import { pictureUrl } from '../pictures/links';
import { day } from '../world/growth';
import { figuresAt, type Post } from '../world/post';
import { digitId, hash, letterId } from '../world/random';
import { noField } from './errors';
import { listOf, type ApiCall } from './access';
import type { TwitterKind } from './person';
import type { TwitterAccount } from './population';

/** Which of its two vocabularies an answer is in: that of the request. */
export type Words = 'older' | 'newer';

const ownersDays = 30;
const common = [
  'attachments',
  'author_id',
  'conversation_id',
  'created_at',
  'entities',
  'id',
  'in_reply_to_user_id',
  'lang',
  'non_public_metrics',
  'organic_metrics',
  'possibly_sensitive',
  'public_metrics',
  'text',
];
export const postFields: Readonly<Record<Words, readonly string[]>> = {
  older: [...common, 'edit_history_tweet_ids', 'note_tweet', 'referenced_tweets'],
  newer: [...common, 'edit_history_post_ids', 'note_post', 'referenced_posts'],
};
const mediaFields = [
  'media_key',
  'type',
  'url',
  'preview_image_url',
  'duration_ms',
  'width',
  'height',
  'alt_text',
  'public_metrics',
];

type OfPost = Post<TwitterKind>;

const picturesIn = (post: OfPost): number =>
  post.kind === 'album' ? 2 + (hash(post.id, 'album') % 3) : post.kind === 'image' ? 1 : 0;

/** `3_…` for photos, `13_…` for videos. */
const keysOf = (post: OfPost): string[] =>
  post.kind === 'video'
    ? [`13_${digitId(19, post.id, 'media')}`]
    : Array.from({ length: picturesIn(post) }, (_, child) => `3_${digitId(19, post.id, 'media', child)}`);

/** X writes three characters as HTML does, and ends the text with an address where media are attached. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function textOf(post: OfPost): string {
  if (post.kind === 'repost') return `RT @someone: ${escaped(post.title)}`;
  const text = escaped(post.kind === 'reply' ? `@someone ${post.title}` : post.title);
  return keysOf(post).length > 0 ? `${text} https://t.co/${letterId(10, post.id).replaceAll(/[-_]/g, 'x')}` : text;
}

/** Each edit gives a post another id; the first one stays in its history. */
const idNow = ({ id, edited }: OfPost): string => (edited ? String(BigInt(id) + 1n) : id);

/** The post of this id, first or newer. undefined: there is none. */
export function postCalled(id: string, { feed }: TwitterAccount, now: number): OfPost | undefined {
  const edited = feed.find(String(BigInt(id) - 1n), now);
  return edited?.edited ? edited : feed.find(id, now);
}

/** One in nine texts is long: all of it stands elsewhere, and the text is cut. */
const noteOf = (post: OfPost): string | undefined =>
  post.kind === 'text' && !post.edited && hash(post.id, 'note') % 9 === 0
    ? `${escaped(post.title)}\n\n${`${escaped(post.title)}. `.repeat(12).trim()}`
    : undefined;

function metricsOf({ person }: TwitterAccount, post: OfPost, words: Words, now: number): TwitterPostMetrics {
  const { likes, comments, shares, saves, views } = figuresAt(post, now);
  const quotes = Math.floor(shares / 5);
  return {
    [words === 'older' ? 'retweet_count' : 'repost_count']: shares - quotes,
    reply_count: comments,
    like_count: likes,
    quote_count: quotes,
    bookmark_count: saves,
    ...(person.hidesImpressions ? {} : { impression_count: views }),
  };
}

function ownersMetrics(post: OfPost, now: number): TwitterOwnersMetrics {
  const { views, profileVisits, likes, shares } = figuresAt(post, now);
  return { impression_count: views, user_profile_clicks: profileVisits, engagements: likes + shares };
}

/** What was asked for of posts of one account, with their media and what is not told of them. */
export class PostsAnswer {
  private readonly fields: ReadonlySet<string>;
  private readonly media: ReadonlySet<string>;
  private readonly withMedia: boolean;
  readonly errors: TwitterPartialError[] = [];
  readonly includes: TwitterMedia[] = [];

  constructor(
    private readonly call: ApiCall,
    private readonly words: Words,
  ) {
    this.fields = listOf(call, words === 'older' ? 'tweet.fields' : 'post.fields', postFields[words]);
    this.media = listOf(call, 'media.fields', mediaFields);
    this.withMedia = listOf(call, 'expansions', ['attachments.media_keys', 'author_id']).has('attachments.media_keys');
  }

  /** undefined: it is not told, as `errors` says. */
  of(owner: TwitterAccount, post: OfPost): TwitterPost | undefined {
    const { account, now } = this.call;
    const secret = ['non_public_metrics', 'organic_metrics'].find((field) => this.fields.has(field));
    if (secret !== undefined && (owner !== account || post.publishedAt < now - ownersDays * day)) {
      this.errors.push(noField(idNow(post), `${secret}.impression_count`));
      return undefined;
    }
    if (this.withMedia) this.includes.push(...this.mediaOf(owner, post));
    const shown = Object.entries(this.resource(owner, post)).filter(
      ([name, value]) =>
        value !== undefined &&
        (['id', 'text'].includes(name) || name.startsWith('edit_history') || this.fields.has(name)),
    );
    return Object.fromEntries(shown) as unknown as TwitterPost;
  }

  private resource(owner: TwitterAccount, post: OfPost): TwitterPost {
    const { now } = this.call;
    const older = this.words === 'older';
    const keys = keysOf(post);
    const note = noteOf(post);
    const type = post.kind === 'reply' ? 'replied_to' : post.kind === 'repost' ? 'retweeted' : undefined;
    const references = type && [{ type, id: `1${digitId(18, post.id, 'other')}` } as const];
    const metrics = { ...metricsOf(owner, post, this.words, now), ...ownersMetrics(post, now) };
    return {
      id: idNow(post),
      text: note === undefined ? textOf(post) : `${note.slice(0, 270)}…`,
      [older ? 'edit_history_tweet_ids' : 'edit_history_post_ids']: [...new Set([post.id, idNow(post)])],
      created_at: new Date(post.publishedAt).toISOString(),
      author_id: owner.userId,
      conversation_id: post.id,
      lang: owner.person.language,
      possibly_sensitive: false,
      public_metrics: metricsOf(owner, post, this.words, now),
      non_public_metrics: ownersMetrics(post, now),
      organic_metrics: metrics,
      ...(keys.length > 0 && { attachments: { media_keys: keys } }),
      ...(references && { [older ? 'referenced_tweets' : 'referenced_posts']: references }),
      ...(note !== undefined && { [older ? 'note_tweet' : 'note_post']: { text: note } }),
    };
  }

  private mediaOf({ person }: TwitterAccount, post: OfPost): TwitterMedia[] {
    const { sandbox, now } = this.call;
    return keysOf(post).map((key, child): TwitterMedia => {
      const isVideo = post.kind === 'video';
      const picture = pictureUrl(sandbox, 'twitter', person, post, isVideo ? '16x9' : '4x5', child);
      const all: TwitterMedia = {
        media_key: key,
        type: isVideo ? 'video' : 'photo',
        ...(isVideo ? { preview_image_url: picture, duration_ms: post.seconds * 1000 } : { url: picture }),
        width: isVideo ? 1280 : 1080,
        height: isVideo ? 720 : 1350,
        alt_text: post.title,
        ...(isVideo && { public_metrics: { view_count: figuresAt(post, now).reach } }),
      };
      const shown = Object.entries(all).filter(
        ([name]) => ['media_key', 'type'].includes(name) || this.media.has(name),
      );
      return Object.fromEntries(shown) as unknown as TwitterMedia;
    });
  }
}
