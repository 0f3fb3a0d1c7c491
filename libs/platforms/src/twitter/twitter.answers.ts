import { z } from 'zod';
import {
  always,
  count,
  cursor,
  id,
  list,
  livesUsually,
  orNull,
  shape,
  text,
  time,
  webAddress,
  wording,
} from '../answers';
import { isObject } from '../http';
import type { Loss } from '../loss';

/** X's own words of before August 2026 and what it says now. Answers may have either, or both. */
const newWords: Readonly<Record<string, string>> = {
  tweet_count: 'post_count',
  retweet_count: 'repost_count',
  note_tweet: 'note_post',
  edit_history_tweet_ids: 'edit_history_post_ids',
  referenced_tweets: 'referenced_posts',
  tweets: 'posts',
};
/** No answer that means something is nested any deeper. */
const deepest = 8;

/**
 * The same answer in the new words: key by key, and where both are there the new one counts. What has no old word stays
 * as it is.
 */
export function inNewWords(raw: unknown, depth = 0): unknown {
  if (depth > deepest) return raw;
  if (Array.isArray(raw)) {
    const items = raw.map((item) => inNewWords(item, depth + 1));
    return items.every((item, index) => item === raw[index]) ? raw : items;
  }
  if (!isObject(raw)) return raw;
  let changed: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(raw)) {
    const now = inNewWords(value, depth + 1);
    const word = Object.hasOwn(newWords, key) ? newWords[key] : undefined;
    if (now === value && word === undefined) continue;
    changed ??= { ...raw };
    changed[key] = now;
    if (word !== undefined && !Object.hasOwn(raw, word)) changed[word] = now;
  }
  return changed ?? raw;
}

/** What an answer that is good could not give. */
const problems = orNull(
  list(shape({ type: text, title: text, detail: text, resource_id: id, field: text, parameter: text })),
);

const user = shape({
  id: always(id),
  name: text,
  username: always(text),
  profile_image_url: webAddress,
  public_metrics: always(
    shape({ followers_count: always(count), following_count: always(count), post_count: always(count) }),
  ),
});

/** `GET /2/users/me`. */
export const meAnswer = z.preprocess((raw) => inNewWords(raw), z.object({ data: always(user) }));
/** The same call, asked for the address only. */
export const emailAnswer = z.object({ data: always(shape({ confirmed_email: orNull(text) })), errors: problems });

const ownersMetrics = shape({ impression_count: count });
const post = shape({
  id: always(id),
  edit_history_post_ids: list(id),
  text: always(wording),
  note_post: shape({ text }),
  created_at: always(time),
  public_metrics: always(
    shape({
      like_count: always(count),
      reply_count: always(count),
      repost_count: always(count),
      quote_count: always(count),
      bookmark_count: count,
      impression_count: count,
    }),
  ),
  non_public_metrics: ownersMetrics,
  organic_metrics: ownersMetrics,
  attachments: shape({ media_keys: list(text) }),
  referenced_posts: list(shape({ type: text })),
});
const media = shape({
  media_key: always(id),
  type: always(text),
  url: webAddress,
  preview_image_url: webAddress,
  public_metrics: shape({ view_count: count }),
});

/** `GET /2/users/:id/tweets`: a page without posts has no `data`, but says so in `meta`. */
export const timelineAnswer = z.preprocess(
  (raw) => inNewWords(raw),
  z
    .object({
      data: list(post),
      includes: shape({ media: list(media) }),
      meta: always(shape({ result_count: count, next_token: cursor })),
      errors: problems,
    })
    .refine(({ data, meta }) => data !== undefined || !('what' in meta)),
);

/**
 * `GET /2/tweets?ids=`, asked for what only the owner is told. Posts that are gone, or too old for it, are in `errors`
 * only.
 */
export const postsAnswer = z.preprocess(
  (raw) => inNewWords(raw),
  z
    .object({
      data: list(shape({ id: always(id), non_public_metrics: ownersMetrics, organic_metrics: ownersMetrics })),
      errors: problems,
    })
    .refine(({ data, errors }) => data !== undefined || errors !== undefined),
);

/** `POST /2/oauth2/token`. */
export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: livesUsually(7_200),
  refresh_token: z.string().min(1).optional().catch(undefined),
  scope: z.string().optional().catch(undefined),
});

type Present<T> = Exclude<T, Loss | undefined>;
type ItemOf<T> = Present<Extract<T, readonly unknown[]>[number]>;
export type MeAnswer = z.output<typeof meAnswer>;
export type ReadUser = Present<MeAnswer['data']>;
export type Problems = z.output<typeof problems>;
export type TimelineAnswer = z.output<typeof timelineAnswer>;
export type PostsAnswer = z.output<typeof postsAnswer>;
export type ReadPost = ItemOf<TimelineAnswer['data']>;
export type ReadMedia = ItemOf<Present<TimelineAnswer['includes']>['media']>;
export type OwnersPost = ItemOf<PostsAnswer['data']>;
