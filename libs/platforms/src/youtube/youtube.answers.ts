import { z } from 'zod';
import {
  always,
  cell,
  count,
  cursor,
  flag,
  id,
  list,
  lives,
  livesUsually,
  orNull,
  shape,
  text,
  time,
  webAddress,
} from '../answers';

const thumbnail = shape({ url: webAddress });
const thumbnails = shape({
  maxres: thumbnail,
  standard: thumbnail,
  high: thumbnail,
  medium: thumbnail,
  default: thumbnail,
});

/**
 * A list of the Data API. `items` may be absent when there are none, but then something else says that it is a list;
 * without `nextPageToken` it is the last page.
 */
const listOf = <S extends z.ZodType>(item: S) =>
  z
    .object({ kind: text, items: list(item), nextPageToken: cursor, pageInfo: shape({ totalResults: count }) })
    .refine(({ kind, items, pageInfo }) => [kind, items, pageInfo].some((part) => part !== undefined));

const channel = shape({
  id: always(id),
  snippet: always(shape({ title: text, customUrl: text, publishedAt: time, thumbnails })),
  statistics: always(
    shape({
      viewCount: always(count),
      subscriberCount: count,
      hiddenSubscriberCount: flag,
      videoCount: always(count),
    }),
  ),
  contentDetails: always(shape({ relatedPlaylists: shape({ uploads: text }) })),
});

/** `GET /youtube/v3/channels?mine=true`. */
export const channelsAnswer = listOf(channel);
/** `GET /youtube/v3/playlists`, of which only the number counts. */
export const playlistsAnswer = z.object({ pageInfo: always(shape({ totalResults: always(count) })) });
/** `GET /youtube/v3/playlistItems`. */
export const playlistItemsAnswer = listOf(
  shape({ contentDetails: shape({ videoId: text }), snippet: shape({ resourceId: shape({ videoId: text }) }) }),
);

const video = shape({
  id: always(id),
  snippet: always(shape({ publishedAt: always(time), title: text, thumbnails, liveBroadcastContent: text })),
  contentDetails: shape({ duration: text }),
  statistics: shape({ viewCount: count, likeCount: count, commentCount: count }),
  status: shape({ uploadStatus: text, privacyStatus: text }),
  liveStreamingDetails: orNull(shape({})),
});
/** `GET /youtube/v3/videos`. */
export const videosAnswer = listOf(video);

/** `GET /oauth2/v2/userinfo`: with the scope for it every Google account has an address. */
export const userInfoAnswer = z.object({ email: always(text) });

/** `GET /v2/reports`. Cells belong to their column's name; `rows` is absent when there are none. */
export const reportAnswer = z.object({
  columnHeaders: always(list(shape({ name: always(text) }))),
  rows: list(list(cell)),
});

/** `POST /token`. Google names what was really granted: creators can untick single scopes. */
export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: livesUsually(3_600),
  refresh_token: z.string().min(1).optional().catch(undefined),
  refresh_token_expires_in: lives,
  scope: z.string().optional().catch(undefined),
});

type ItemOf<Answer extends { items?: unknown }> = Exclude<
  Extract<Answer['items'], readonly unknown[]>[number],
  undefined
>;
export type ChannelsAnswer = z.output<typeof channelsAnswer>;
export type VideosAnswer = z.output<typeof videosAnswer>;
export type ReportAnswer = z.output<typeof reportAnswer>;
export type PlaylistItemsAnswer = z.output<typeof playlistItemsAnswer>;
export type ReadChannel = Exclude<ItemOf<ChannelsAnswer>, { lost: string }>;
export type ReadVideo = Exclude<ItemOf<VideosAnswer>, { lost: string }>;
