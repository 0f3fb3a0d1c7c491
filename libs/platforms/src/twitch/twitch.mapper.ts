import type { AccountIdentity, ContentType, Figure } from '@linkage/published-facts';
import { isLoss, known, mapRead, type Read } from '../loss';
import { figure, firstLine } from '../mapping/reading';
import type { AudienceReading, FiguresReading, PostReading, ProfileReading } from '../reading';
import type { ReadClip, ReadUser, ReadVideo } from './twitch.answers';

/** A user whose id could be read. */
export type NamedUser = ReadUser & { readonly id: string };
export type NamedVideo = ReadVideo & { readonly id: string };
export type NamedClip = ReadClip & { readonly id: string };

const notOffered = { is: 'not-offered' } as const;

export function identityOf({ id, login, display_name: name, profile_image_url: picture }: NamedUser): AccountIdentity {
  const username = known(login) ?? id;
  return {
    platformAccountId: id,
    username,
    displayName: known(name) ?? username,
    avatarUrl: known(picture) ?? null,
  };
}

/** What a profile needs beside the user. */
export interface ProfileExtras {
  readonly followers: Read<number>;
  /** Of what can be watched now: Twitch itself gives no number. */
  readonly videos: Read<number>;
  readonly liveViewers: Read<Figure>;
  readonly mayEmail: boolean;
}

export function profileOf(user: NamedUser, extras: ProfileExtras, wwwHost: string): ProfileReading {
  const { login, display_name: name, profile_image_url: picture, email } = user;
  return {
    username: login,
    displayName: name ?? login,
    avatarUrl: picture ?? null,
    profileUrl: mapRead(login, (handle) => `${wwwHost}/${encodeURIComponent(handle)}`),
    email: extras.mayEmail ? figure(email, 'not-offered') : { is: 'permission-missing' },
    figures: {
      followers: figure(extras.followers, 'not-yet'),
      videos: figure(extras.videos, 'not-yet'),
      liveViewers: extras.liveViewers,
      views: notOffered,
    },
  };
}

export const noAudience: AudienceReading = {
  of: 'followers',
  countries: notOffered,
  cities: notOffered,
  ages: notOffered,
  genders: notOffered,
};

/** Twitch leaves the size of pictures open, in two notations. While a broadcast runs there is a placeholder. */
const pictureOf = (address: Read<string> | undefined): Read<string | null> => {
  if (address === undefined) return null;
  return mapRead(address, (url) =>
    url.includes('/_404/')
      ? null
      : url.replace(/%?(?:\{|%7B)width(?:\}|%7D)/i, '640').replace(/%?(?:\{|%7B)height(?:\}|%7D)/i, '360'),
  );
};

const textOf = (title: Read<string> | undefined): Read<string> => (isLoss(title) ? title : firstLine(title));

const figuresOf = (views: Read<number>): FiguresReading => ({
  likes: notOffered,
  comments: notOffered,
  views: figure(views, 'not-yet'),
  impressions: notOffered,
  reach: notOffered,
  shares: notOffered,
  saves: notOffered,
});

const types: ReadonlyMap<string, ContentType> = new Map([
  ['archive', 'stream'],
  ['highlight', 'video'],
  ['upload', 'video'],
]);

export function videoPostOf(video: NamedVideo): PostReading {
  const { type, published_at: published, created_at: created } = video;
  return {
    contentId: video.id,
    type: types.get(known(type) ?? '') ?? 'video',
    ...(isLoss(type) && { typeLost: type }),
    publishedAt: known(published) ?? created,
    title: textOf(video.title),
    url: video.url ?? null,
    thumbnailUrl: pictureOf(video.thumbnail_url),
    expiresAt: null,
    figures: figuresOf(video.view_count),
  };
}

/** Anyone may cut a clip; on the channel it stands as its own. */
export const clipPostOf = (clip: NamedClip): PostReading => ({
  contentId: clip.id,
  type: 'short',
  publishedAt: clip.created_at,
  title: textOf(clip.title),
  url: clip.url ?? null,
  thumbnailUrl: pictureOf(clip.thumbnail_url),
  expiresAt: null,
  figures: figuresOf(clip.view_count),
});
