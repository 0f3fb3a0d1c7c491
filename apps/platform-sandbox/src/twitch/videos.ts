import type { TwitchClip, TwitchList, TwitchStream, TwitchVideo } from '@linkage/platforms/wire';
import { pictureUrl } from '../pictures/links';
import { followersAt } from '../world/growth';
import { figuresAt, type Post } from '../world/post';
import { digitId } from '../world/random';
import { channelOf, page, type ApiCall } from './access';
import { badRequest } from './errors';
import type { TwitchKind } from './person';
import { clipName, clipsAt, liveAt, videosAt, type TwitchAccount } from './population';
import { apiTime } from './users';

const videoTypes = ['all', 'archive', 'highlight', 'upload'];

const typeOf = (post: Post<TwitchKind>): TwitchVideo['type'] =>
  post.kind === 'stream' ? 'archive' : post.k % 2 === 0 ? 'highlight' : 'upload';

/** `1h2m3s` */
const durationOf = (seconds: number): string => {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${h ? `${h}h` : ''}${h || m ? `${m}m` : ''}${s}s`;
};

/** `GET /helix/videos?user_id=`: newest first, what can still be watched. */
export function videos(call: ApiCall): TwitchList<TwitchVideo> {
  const { query, now } = call;
  const type = query['type'] ?? 'all';
  if (!videoTypes.includes(type)) throw badRequest('The parameter "type" was malformed');
  const channel = channelOf(call, 'user_id');
  const all = channel === undefined ? [] : videosAt(channel, now);
  const asked = all.filter((post) => type === 'all' || typeOf(post) === type);
  return page(call, asked, (post) => videoOf(call, channel ?? call.account, post));
}

/** Twitch leaves the size of the picture open. While a broadcast runs its picture is a placeholder. */
function videoOf({ sandbox, now }: ApiCall, channel: TwitchAccount, post: Post<TwitchKind>): TwitchVideo {
  const { person, userId } = channel;
  const live = liveAt(channel, now);
  const runs = live !== undefined && live.since === post.publishedAt;
  const seconds = runs ? Math.floor((now - post.publishedAt) / 1000) : post.seconds;
  const picture = pictureUrl(sandbox, 'twitch', person, post, '16x9', 0, 640).replace(/-640\.png$/, '-%{width}.png');
  return {
    id: post.id,
    stream_id: post.kind === 'stream' ? `4${post.id}` : null,
    user_id: userId,
    user_login: sandbox.changes.handleOf('twitch', person),
    user_name: person.name,
    title: post.title,
    description: '',
    created_at: apiTime(post.publishedAt),
    published_at: apiTime(post.publishedAt),
    url: `https://www.twitch.tv/videos/${post.id}`,
    thumbnail_url: runs ? 'https://vod-secure.twitch.tv/_404/404_processing_%{width}x%{height}.png' : picture,
    viewable: 'public',
    view_count: figuresAt(post, now).views,
    language: person.language,
    type: typeOf(post),
    duration: durationOf(seconds),
    muted_segments: post.k % 9 === 0 ? [{ duration: 30, offset: 120 }] : null,
  };
}

/** `GET /helix/clips?broadcaster_id=`: most viewed first. */
export function clips(call: ApiCall): TwitchList<TwitchClip> {
  const { now, query } = call;
  const channel = channelOf(call, 'broadcaster_id');
  const from = query['started_at'] === undefined ? -Infinity : Date.parse(query['started_at']);
  if (Number.isNaN(from)) throw badRequest('The parameter "started_at" was malformed: the value is not a time');
  const all = (channel === undefined ? [] : clipsAt(channel, now))
    .filter(({ publishedAt }) => publishedAt >= from)
    .map((post) => ({ post, views: figuresAt(post, now).views }))
    .sort((one, other) => other.views - one.views);
  return page(call, all, ({ post, views }) => clipOf(call, channel ?? call.account, post, views));
}

function clipOf(
  { sandbox }: ApiCall,
  { person, userId }: TwitchAccount,
  post: Post<TwitchKind>,
  views: number,
): TwitchClip {
  const id = clipName(sandbox.world.seed, person.id, post.k);
  return {
    id,
    url: `https://clips.twitch.tv/${id}`,
    embed_url: `https://clips.twitch.tv/embed?clip=${id}`,
    broadcaster_id: userId,
    broadcaster_name: person.name,
    creator_id: digitId(8, post.id, 'creator'),
    creator_name: `viewer${digitId(4, post.id, 'creator')}`,
    video_id: '',
    game_id: digitId(5, person.theme),
    language: person.language,
    title: post.title,
    view_count: views,
    created_at: apiTime(post.publishedAt),
    thumbnail_url: pictureUrl(sandbox, 'twitch', person, post, '16x9', 0, 480),
    duration: post.seconds,
    vod_offset: null,
    is_featured: post.k % 40 === 0,
  };
}

/** `GET /helix/streams?user_id=`: nothing while the channel is not live. */
export function streams(call: ApiCall): TwitchList<TwitchStream> {
  const { sandbox, now } = call;
  const channel = channelOf(call, 'user_id');
  const live = channel && liveAt(channel, now);
  if (!channel || !live) return { data: [], pagination: {} };
  const { person, userId } = channel;
  const viewers = Math.max(1, Math.floor(followersAt(sandbox.world.seed, person, now) * person.pull * 0.03));
  return {
    data: [
      {
        id: live.id,
        user_id: userId,
        user_login: sandbox.changes.handleOf('twitch', person),
        user_name: person.name,
        game_id: digitId(5, person.theme),
        game_name: person.theme,
        type: 'live',
        title: person.bio,
        tags: [person.language],
        viewer_count: viewers,
        started_at: apiTime(live.since),
        language: person.language,
        thumbnail_url: `https://static-cdn.jtvnw.net/previews-ttv/live_user_${person.id}-{width}x{height}.jpg`,
        is_mature: false,
      },
    ],
    pagination: {},
  };
}
