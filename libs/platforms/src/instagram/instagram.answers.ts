import { z } from 'zod';
import { always, count, cursor, id, list, livesUsually, orNull, shape, text, time, webAddress } from '../answers';

/** Some answers come wrapped in a list of one, `data`, as the documentation prints them; others flat. */
const unwrapped = <S extends z.ZodType>(schema: S) =>
  z.preprocess((body) => {
    const { data } = (body ?? {}) as { data?: unknown };
    return Array.isArray(data) ? data[0] : body;
  }, schema);

/** `GET /me`. */
export const userAnswer = unwrapped(
  z.object({
    id,
    user_id: id,
    username: text,
    name: text,
    account_type: text,
    profile_picture_url: webAddress,
    followers_count: always(count),
    follows_count: always(count),
    media_count: always(count),
  }),
);
export type UserAnswer = z.output<typeof userAnswer>;

/** One post or story; fields come only when asked for. */
const media = shape({
  id: always(id),
  caption: text,
  media_type: text,
  media_product_type: text,
  permalink: webAddress,
  timestamp: always(time),
  thumbnail_url: webAddress,
  media_url: webAddress,
  like_count: count,
  comments_count: count,
  children: shape({ data: list(shape({ media_type: text, media_url: webAddress, thumbnail_url: webAddress })) }),
});

/**
 * `GET /{user}/media` and `GET /{user}/stories`. Without `next` it is the last page; a cursor is there on the last
 * page, too.
 */
export const mediaAnswer = z.object({
  data: always(list(media)),
  paging: orNull(shape({ cursors: orNull(shape({ after: cursor })), next: cursor })),
});
export type MediaAnswer = z.output<typeof mediaAnswer>;

const insight = shape({
  name: always(text),
  values: list(shape({ value: count })),
  total_value: shape({
    value: count,
    breakdowns: list(
      shape({
        dimension_keys: list(text),
        results: list(shape({ dimension_values: list(text), value: always(count) })),
      }),
    ),
  }),
});

/** `GET /{user}/insights` and `GET /{media}/insights`. */
export const insightsAnswer = z.object({ data: always(list(insight)) });
export type InsightsAnswer = z.output<typeof insightsAnswer>;

const scopes = z
  .union([z.array(z.string()), z.string().transform((said) => said.split(','))])
  .transform((names) => names.map((name) => name.trim()).filter((name) => name !== ''))
  .optional()
  .catch(undefined);

/**
 * `POST /oauth/access_token`: a token for an hour. `permissions` is a list, or names with commas between; some answers
 * have none.
 */
export const shortTokenAnswer = unwrapped(z.object({ access_token: z.string().min(1), permissions: scopes }));

/** `GET /access_token` and `GET /refresh_access_token`. */
export const longTokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: livesUsually(60 * 86_400),
  permissions: scopes,
});
