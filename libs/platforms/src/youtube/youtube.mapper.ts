import {
  value,
  type AccountIdentity,
  type ContentFigures,
  type ContentItem,
  type ContentType,
  type Figure,
  type ProfileSnapshot,
} from '@linkage/published-facts';
import { count, figure, firstLine, isoTime, text, webAddress } from '../mapping/reading';
import type { YoutubeChannel, YoutubeThumbnails, YoutubeVideo } from './youtube.wire';

/** The handle without its `@`; channels from before handles may have none. */
const handleOf = (channel: YoutubeChannel): string | undefined => text(channel.snippet?.customUrl)?.replace(/^@/, '');

/** The best picture there is. */
export function bestThumbnail(thumbnails: YoutubeThumbnails | undefined): string | null {
  const { maxres, standard, high, medium, default: small } = thumbnails ?? {};
  return webAddress((maxres ?? standard ?? high ?? medium ?? small)?.url);
}

export function identityOf(channel: YoutubeChannel): AccountIdentity {
  const username = handleOf(channel) ?? channel.id;
  const displayName = text(channel.snippet?.title) ?? username;
  return {
    platformAccountId: channel.id,
    username,
    displayName,
    avatarUrl: bestThumbnail(channel.snippet?.thumbnails),
  };
}

/** What a profile needs beside the channel. */
export interface ProfileExtras {
  readonly playlists: Figure;
  readonly watchTimeMinutes: Figure;
  readonly email: Figure<string>;
}

/** YouTube gives no number of subscribers for a channel that hides it, and rounds it down to three digits for all others. */
export function profileOf(channel: YoutubeChannel, extras: ProfileExtras, wwwHost: string): ProfileSnapshot {
  const { username, displayName, avatarUrl } = identityOf(channel);
  const { statistics } = channel;
  const handle = handleOf(channel);
  return {
    username,
    displayName,
    avatarUrl,
    profileUrl:
      handle === undefined
        ? `${wwwHost}/channel/${encodeURIComponent(channel.id)}`
        : `${wwwHost}/@${encodeURIComponent(handle)}`,
    email: extras.email,
    figures: {
      followers:
        statistics?.hiddenSubscriberCount === true
          ? { is: 'not-offered' }
          : figure(count(statistics?.subscriberCount), 'not-yet'),
      videos: figure(count(statistics?.videoCount), 'not-yet'),
      playlists: extras.playlists,
      watchTimeMinutes: extras.watchTimeMinutes,
      views: figure(count(statistics?.viewCount), 'not-yet'),
    },
  };
}

/** What the Analytics reports know of one video, or why they know nothing. */
export interface VideoReport {
  readonly type: ContentType | undefined;
  readonly shares: Figure;
  readonly saves: Figure;
}

/** Creators' drafts and announcements are nobody's business: only what the public can see now is content. */
export function isPublished(video: YoutubeVideo): boolean {
  const status = video.status?.uploadStatus;
  return (
    (video.status?.privacyStatus ?? 'public') === 'public' &&
    video.snippet?.liveBroadcastContent !== 'upcoming' &&
    (status === undefined || status === 'processed' || status === 'uploaded')
  );
}

const longestSureShort = 60;

/** Without a report, length decides: YouTube shows a video's shape to nobody, but most of up to a minute are Shorts. */
export function typeOf(video: YoutubeVideo, reported: ContentType | undefined): ContentType {
  if (video.liveStreamingDetails !== undefined) return 'stream';
  if (reported !== undefined) return reported;
  const seconds = secondsOf(video.contentDetails?.duration);
  return seconds !== undefined && seconds > 0 && seconds <= longestSureShort ? 'short' : 'video';
}

/** undefined: without an id or a time it has no place in the list. */
export function itemOf(video: YoutubeVideo, report: VideoReport, wwwHost: string): ContentItem | undefined {
  const contentId = text(video.id);
  const publishedAt = isoTime(video.snippet?.publishedAt);
  if (contentId === undefined || publishedAt === undefined) return undefined;
  const type = typeOf(video, report.type);
  const id = encodeURIComponent(contentId);
  return {
    contentId,
    type,
    publishedAt,
    title: firstLine(video.snippet?.title),
    url: type === 'short' ? `${wwwHost}/shorts/${id}` : `${wwwHost}/watch?v=${id}`,
    thumbnailUrl: bestThumbnail(video.snippet?.thumbnails),
    expiresAt: null,
  };
}

/** Likes are absent when hidden, comments when switched off. YouTube tells reach to nobody, impressions only in bulk reports. */
export function figuresOf(video: YoutubeVideo, report: VideoReport): ContentFigures {
  const { statistics } = video;
  return {
    likes: figure(count(statistics?.likeCount), statistics === undefined ? 'not-yet' : 'not-offered'),
    comments: figure(count(statistics?.commentCount), statistics === undefined ? 'not-yet' : 'not-applicable'),
    impressions: { is: 'not-offered' },
    reach: { is: 'not-offered' },
    views: figure(count(statistics?.viewCount), 'not-yet'),
    shares: report.shares,
    saves: report.saves,
  };
}

/** Seconds of an ISO 8601 duration like `PT21M7S`; undefined: not one. */
export function secondsOf(duration: unknown): number | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text(duration) ?? '');
  if (match === null) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
}

/** Minutes watched since the channel began. */
export const minutesOf = (rows: readonly Readonly<Record<string, unknown>>[]): Figure => {
  const minutes = count(rows[0]?.['estimatedMinutesWatched']);
  return minutes === undefined ? { is: 'not-yet' } : value(minutes);
};
