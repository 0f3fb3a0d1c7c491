import { value, type AccountIdentity, type ContentType, type Figure } from '@linkage/published-facts';
import { isLoss, known, mapRead, type Loss, type Read } from '../loss';
import { figure, firstLine } from '../mapping/reading';
import type { FiguresReading, PostReading, ProfileReading } from '../reading';
import type { ReadChannel, ReadVideo } from './youtube.answers';
import type { Report } from './youtube.api';
import { numberIn } from './youtube-audience.mapper';

/** A channel whose id could be read. */
export type NamedChannel = ReadChannel & { readonly id: string };
export type NamedVideo = ReadVideo & { readonly id: string };

/** What a part of an answer has under a name; a part that could not be read has nothing but its loss. */
function within<Part extends object, Name extends keyof Part>(part: Read<Part>, name: Name): Part[Name] | Loss;
function within<Part extends object, Name extends keyof Part>(
  part: Read<Part> | undefined,
  name: Name,
): Part[Name] | Loss | undefined;
function within(part: Read<Record<string, unknown>> | undefined, name: string): unknown {
  return part === undefined || isLoss(part) ? part : part[name];
}

/** The handle without its `@`; channels from before handles may have none. */
const handleOf = ({ snippet }: ReadChannel): Read<string> | undefined => {
  const handle = within(snippet, 'customUrl');
  return handle === undefined ? undefined : mapRead(handle, (text) => text.replace(/^@/, ''));
};

type Snippet = Exclude<ReadVideo['snippet'], Loss>;

/** The best picture there is that can be read. */
function bestThumbnail(thumbnails: Snippet['thumbnails'] | Loss): Read<string | null> {
  if (thumbnails === undefined || isLoss(thumbnails)) return thumbnails ?? null;
  const { maxres, standard, high, medium, default: small } = thumbnails;
  const urls = [maxres, standard, high, medium, small].map((each) => within(each, 'url'));
  return urls.find((url) => url !== undefined && !isLoss(url)) ?? urls.find(isLoss) ?? null;
}

export function identityOf(channel: NamedChannel): AccountIdentity {
  const username = known(handleOf(channel)) ?? channel.id;
  return {
    platformAccountId: channel.id,
    username,
    displayName: known(within(channel.snippet, 'title')) ?? username,
    avatarUrl: known(bestThumbnail(within(channel.snippet, 'thumbnails'))) ?? null,
  };
}

/** undefined: the channel hides it. */
export const followersOf = ({ statistics }: NamedChannel): Read<number> | undefined =>
  known(within(statistics, 'hiddenSubscriberCount')) === true ? undefined : within(statistics, 'subscriberCount');

/** What a profile needs beside the channel. */
export interface ProfileExtras {
  readonly playlists: Read<number>;
  readonly watchTimeMinutes: Read<Figure>;
  readonly email: Read<Figure<string>>;
}

/**
 * YouTube gives no number of subscribers for a channel that hides it, and rounds it down to three digits for all
 * others.
 */
export function profileOf(channel: NamedChannel, extras: ProfileExtras, wwwHost: string): ProfileReading {
  const { statistics, snippet } = channel;
  const handle = handleOf(channel);
  const username = handle ?? channel.id;
  const hidden = known(within(statistics, 'hiddenSubscriberCount')) === true;
  return {
    username,
    displayName: within(snippet, 'title') ?? username,
    avatarUrl: bestThumbnail(within(snippet, 'thumbnails')),
    profileUrl:
      handle === undefined
        ? `${wwwHost}/channel/${encodeURIComponent(channel.id)}`
        : mapRead(handle, (name) => `${wwwHost}/@${encodeURIComponent(name)}`),
    email: extras.email,
    figures: {
      followers: hidden ? { is: 'not-offered' } : figure(within(statistics, 'subscriberCount'), 'not-yet'),
      videos: figure(within(statistics, 'videoCount'), 'not-yet'),
      playlists: figure(extras.playlists, 'not-yet'),
      watchTimeMinutes: extras.watchTimeMinutes,
      views: figure(within(statistics, 'viewCount'), 'not-yet'),
    },
  };
}

/** What the Analytics reports know of one video, or why they know nothing. */
export interface VideoReport {
  readonly type: Read<ContentType> | undefined;
  /** It has viewers, and none of them of a live stream: premieres have the details of one, too. */
  readonly neverLive?: true;
  readonly shares: Read<Figure>;
  readonly saves: Read<Figure>;
}

/** Creators' drafts and announcements are private: only what the public can see now is content. */
export function isPublished({ status, snippet }: ReadVideo): boolean {
  const uploaded = known(within(status, 'uploadStatus'));
  return (
    (known(within(status, 'privacyStatus')) ?? 'public') === 'public' &&
    known(within(snippet, 'liveBroadcastContent')) !== 'upcoming' &&
    (uploaded === undefined || uploaded === 'processed' || uploaded === 'uploaded')
  );
}

const longestSureShort = 60;

/** Without a report, length decides: YouTube does not tell a video's shape, but most of up to a minute are Shorts. */
export function typeOf(video: ReadVideo, report: Pick<VideoReport, 'type' | 'neverLive'>): ContentType {
  if (video.liveStreamingDetails !== undefined && !report.neverLive) return 'stream';
  const type = known(report.type);
  if (type !== undefined) return type;
  const seconds = secondsOf(known(within(video.contentDetails, 'duration')));
  return seconds !== undefined && seconds > 0 && seconds <= longestSureShort ? 'short' : 'video';
}

export function postOf(video: NamedVideo, report: VideoReport, wwwHost: string): PostReading {
  const { snippet } = video;
  const type = typeOf(video, report);
  const typeLost = typeLostOf(video, report);
  const id = encodeURIComponent(video.id);
  const title = within(snippet, 'title');
  return {
    contentId: video.id,
    type,
    ...(typeLost && { typeLost }),
    publishedAt: within(snippet, 'publishedAt'),
    title: isLoss(title) ? title : firstLine(title),
    url: typeLost ?? (type === 'short' ? `${wwwHost}/shorts/${id}` : `${wwwHost}/watch?v=${id}`),
    thumbnailUrl: bestThumbnail(within(snippet, 'thumbnails')),
    expiresAt: null,
    figures: figuresOf(video, report),
  };
}

/** What the type depends on, as far as it is not sure all the same. */
function typeLostOf(video: ReadVideo, { type: reported, neverLive }: VideoReport): Loss | undefined {
  if (neverLive) return undefined;
  if (isLoss(video.liveStreamingDetails)) return video.liveStreamingDetails;
  if (video.liveStreamingDetails !== undefined) return undefined;
  if (isLoss(reported)) return reported;
  const duration = within(video.contentDetails, 'duration');
  return reported === undefined && isLoss(duration) ? duration : undefined;
}

/**
 * Likes are absent when hidden, comments when switched off. YouTube does not tell reach, and impressions only in bulk
 * reports.
 */
export function figuresOf({ statistics }: ReadVideo, report: VideoReport): FiguresReading {
  return {
    likes: figure(within(statistics, 'likeCount'), statistics === undefined ? 'not-yet' : 'not-offered'),
    comments: figure(within(statistics, 'commentCount'), statistics === undefined ? 'not-yet' : 'not-applicable'),
    impressions: { is: 'not-offered' },
    reach: { is: 'not-offered' },
    views: figure(within(statistics, 'viewCount'), 'not-yet'),
    shares: report.shares,
    saves: report.saves,
  };
}

/** Seconds of an ISO 8601 duration like `PT21M7S`; undefined: not one. */
export function secondsOf(duration: string | undefined): number | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration ?? '');
  if (match === null) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
}

/** Minutes watched since the channel began. */
export function minutesOf({ rows, lost }: Report): Read<Figure> {
  const minutes = numberIn(rows[0]?.['estimatedMinutesWatched']);
  if (isLoss(minutes)) return minutes;
  return minutes === undefined ? (lost ?? { is: 'not-yet' }) : value(Math.round(minutes));
}
