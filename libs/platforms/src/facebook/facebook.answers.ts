import { z } from 'zod';
import {
  always,
  byName,
  count,
  cursor,
  flag,
  id,
  list,
  lives,
  orNull,
  shape,
  text,
  time,
  webAddress,
} from '../answers';

const picture = shape({ data: shape({ url: webAddress, is_silhouette: flag }) });
const paging = orNull(shape({ cursors: orNull(shape({ after: cursor })), next: cursor }));
const summary = shape({ total_count: count });

/** Facebook prints some times as ISO and some as seconds since 1970, those as number or text. */
const moment = z.preprocess((said) => {
  const seconds = typeof said === 'string' && /^\d{9,11}$/.test(said) ? Number(said) : said;
  return typeof seconds === 'number' && seconds >= 1e9 && seconds < 1e11
    ? new Date(seconds * 1000).toISOString()
    : said;
}, time);

/** `GET /oauth/access_token`. */
export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: lives,
});

/** `GET /me/permissions`. */
export const permissionsAnswer = z.object({ data: always(list(shape({ permission: text, status: text }))) });

/** `GET /me` with a user's token. */
export const userAnswer = z.object({ id: always(id), email: orNull(text) });

const pageFields = {
  name: text,
  username: text,
  link: webAddress,
  picture,
  followers_count: count,
  fan_count: count,
};

/** `GET /{page}`. Without its id there is no account. */
export const pageAnswer = z.object({ id, ...pageFields });
export type PageAnswer = z.output<typeof pageAnswer>;

const offered = shape({ id: always(id), access_token: text, tasks: list(text), ...pageFields });

/** `GET /me/accounts`: the Pages that were chosen, each with the token to it. */
export const accountsAnswer = z.object({ data: z.array(offered), paging });
export type OfferedPage = Extract<z.output<typeof offered>, { tasks?: unknown }>;

const attachment = {
  media_type: text,
  type: text,
  title: text,
  media: shape({ image: shape({ src: webAddress }) }),
  target: shape({ id }),
};

const post = shape({
  id: always(id),
  message: text,
  story: text,
  created_time: always(time),
  permalink_url: webAddress,
  full_picture: webAddress,
  status_type: text,
  shares: shape({ count: always(count) }),
  attachments: shape({
    data: list(shape({ ...attachment, subattachments: shape({ data: list(shape({ media_type: text })) }) })),
  }),
  comments: shape({ summary }),
  reactions: shape({ summary }),
});

/** `GET /{page}/published_posts`. Without `next` it is the last page; a cursor is there on the last page, too. */
export const postsAnswer = z.object({ data: always(list(post)), paging, summary });
export type PostsAnswer = z.output<typeof postsAnswer>;

/** `GET /{page}/stories`. */
export const storiesAnswer = z.object({
  data: always(
    list(
      shape({ post_id: always(id), status: text, creation_time: always(moment), media_type: text, url: webAddress }),
    ),
  ),
  paging,
});
export type StoriesAnswer = z.output<typeof storiesAnswer>;

/** `GET /{page}/live_videos`. */
export const liveAnswer = z.object({ data: always(list(shape({ id, video: shape({ id }) }))), paging });
export type LiveAnswer = z.output<typeof liveAnswer>;

/** A number, or numbers by country, city, reaction … */
const metricValue = z
  .unknown()
  .optional()
  .transform((raw) =>
    typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? byName(count).parse(raw) : count.parse(raw),
  );

const insight = shape({
  name: always(text),
  period: text,
  values: always(list(shape({ value: metricValue, end_time: text }))),
});

/** `GET /{page}/insights` and `GET /{post}/insights`. */
export const insightsAnswer = z.object({ data: always(list(insight)) });
export type InsightsAnswer = z.output<typeof insightsAnswer>;
