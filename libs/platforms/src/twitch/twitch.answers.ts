import { z } from 'zod';
import { always, count, cursor, id, list, livesUsually, orNull, shape, text, time, webAddress } from '../answers';
import type { Loss } from '../loss';

const listOf = <S extends z.ZodType>(item: S) =>
  z.object({ data: always(list(item)), pagination: orNull(shape({ cursor })) });

/** `GET /helix/users`. */
export const usersAnswer = listOf(
  shape({
    id: always(id),
    login: always(text),
    display_name: text,
    profile_image_url: webAddress,
    email: orNull(text),
  }),
);
/** `GET /helix/channels/followers`, of which only the number counts. */
export const followersAnswer = z.object({ total: always(count) });
/** `GET /helix/streams`. */
export const streamsAnswer = listOf(shape({ viewer_count: always(count), type: text }));
/** `GET /helix/videos`. */
export const videosAnswer = listOf(
  shape({
    id: always(id),
    type: always(text),
    title: text,
    created_at: always(time),
    published_at: time,
    url: webAddress,
    thumbnail_url: webAddress,
    viewable: text,
    view_count: always(count),
  }),
);
/** `GET /helix/clips`. */
export const clipsAnswer = listOf(
  shape({
    id: always(id),
    title: text,
    created_at: always(time),
    url: webAddress,
    thumbnail_url: webAddress,
    view_count: always(count),
  }),
);

/** `POST /oauth2/token`. Where no scope was asked for there is no `scope`. */
export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: livesUsually(3_600),
  refresh_token: z.string().min(1).optional().catch(undefined),
  scope: z
    .union([z.array(z.string()), z.string().transform((scopes) => scopes.split(/\s+/).filter(Boolean))])
    .nullish()
    .catch(undefined),
});

/** `POST /oauth2/token` in the app's own name. */
export const appTokenAnswer = z.object({ access_token: z.string().min(1) });

/** `GET /helix/eventsub/subscriptions`; the address is that of the webhook. */
export const subscriptionsAnswer = z.object({
  data: z.array(
    z
      .object({
        id: z.string().min(1),
        status: z.string(),
        transport: z.object({ callback: z.string().optional() }),
      })
      .transform(({ id: key, status, transport }) => ({ id: key, status, callback: transport.callback })),
  ),
});
export type Subscription = z.output<typeof subscriptionsAnswer>['data'][number];

/** `GET /oauth2/validate`. */
export const validateAnswer = z.object({ user_id: id });

type ItemOf<Answer extends { data: unknown }> = Exclude<
  Extract<Answer['data'], readonly unknown[]>[number],
  Loss | undefined
>;
export type UsersAnswer = z.output<typeof usersAnswer>;
export type StreamsAnswer = z.output<typeof streamsAnswer>;
export type VideosAnswer = z.output<typeof videosAnswer>;
export type ClipsAnswer = z.output<typeof clipsAnswer>;
export type ReadUser = ItemOf<UsersAnswer>;
export type ReadVideo = ItemOf<VideosAnswer>;
export type ReadClip = ItemOf<ClipsAnswer>;
