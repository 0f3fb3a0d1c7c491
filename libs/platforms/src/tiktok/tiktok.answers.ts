import { z } from 'zod';
import { always, count, flag, id, list, lives, livesUsually, shape, text, unixTime, webAddress } from '../answers';
import type { Loss } from '../loss';

/** Of `GET /v2/user/info/`, the fields of the scopes `user.info.basic` and `user.info.profile`. */
const identity = shape({
  open_id: always(id),
  display_name: always(text),
  avatar_large_url: webAddress,
  avatar_url: webAddress,
  avatar_url_100: webAddress,
  username: text,
  profile_deep_link: webAddress,
});
export const identityAnswer = z.object({ data: always(shape({ user: always(identity) })) });

/** Of `GET /v2/user/info/`, the fields of the scope `user.info.stats`. */
const stats = shape({ follower_count: always(count), following_count: always(count), video_count: always(count) });
export const statsAnswer = z.object({ data: always(shape({ user: always(stats) })) });

const video = shape({
  id: always(id),
  create_time: always(unixTime),
  title: text,
  video_description: text,
  share_url: webAddress,
  cover_image_url: webAddress,
  like_count: always(count),
  comment_count: always(count),
  share_count: always(count),
  view_count: always(count),
});
/** `POST /v2/video/list/`. */
export const videoListAnswer = z.object({
  data: always(shape({ videos: always(list(video)), cursor: count, has_more: always(flag) })),
});

const token = z.object({
  access_token: z.string().min(1),
  expires_in: livesUsually(7_200),
  refresh_token: z.string().min(1).optional().catch(undefined),
  refresh_expires_in: lives,
  scope: z.string().optional().catch(undefined),
});
/** `POST /v2/oauth/token/`. An older page of the documentation has it within `data`. */
export const tokenAnswer = z.union([token, z.object({ data: token }).transform(({ data }) => data)]);

type Within<T> = Exclude<T, Loss | undefined>;
export type IdentityAnswer = z.output<typeof identityAnswer>;
export type ReadUser = Within<Within<IdentityAnswer['data']>['user']>;
export type StatsAnswer = z.output<typeof statsAnswer>;
export type ReadStats = Within<Within<StatsAnswer['data']>['user']>;
export type VideoListAnswer = z.output<typeof videoListAnswer>;
export type VideoPage = Within<VideoListAnswer['data']>;
export type ReadVideo = Within<Within<VideoPage['videos']>[number]>;
