import type { AccountIdentity } from '@linkage/published-facts';
import { isLoss, known, mapRead, type Loss, type Read } from '../loss';
import { figure, firstLine } from '../mapping/reading';
import type { AudienceReading, PostReading, ProfileReading } from '../reading';
import type { ReadStats, ReadUser, ReadVideo } from './tiktok.answers';

/** An account whose id could be read. */
export type NamedUser = ReadUser & { readonly open_id: string };
export type NamedVideo = ReadVideo & { readonly id: string };

const anyOf = <T>(reads: readonly (Read<T> | undefined)[]): Read<T> | undefined =>
  reads.find((read) => read !== undefined && !isLoss(read)) ?? reads.find(isLoss);

const avatarOf = ({
  avatar_large_url: large,
  avatar_url: usual,
  avatar_url_100: small,
}: ReadUser): Read<string | null> => anyOf([large, usual, small]) ?? null;

/** Without the permission for the username the name stands in its place. */
const usernameOf = ({ username, display_name: name }: NamedUser): Read<string> => username ?? name;

const addressOf = ({ username, profile_deep_link: link }: NamedUser, wwwHost: string): Read<string | null> => {
  const own =
    username === undefined ? undefined : mapRead(username, (name) => `${wwwHost}/@${encodeURIComponent(name)}`);
  return anyOf([own, link]) ?? null;
};

export function identityOf(user: NamedUser): AccountIdentity {
  const username = known(usernameOf(user)) ?? known(user.display_name) ?? user.open_id;
  return {
    platformAccountId: user.open_id,
    username,
    displayName: known(user.display_name) ?? username,
    avatarUrl: known(avatarOf(user)) ?? null,
  };
}

/** `stats` undefined: the permission for them was not granted. */
export function profileOf(user: NamedUser, stats: Read<ReadStats> | undefined, wwwHost: string): ProfileReading {
  const counted = (name: keyof ReadStats) => {
    if (stats === undefined) return { is: 'permission-missing' } as const;
    return isLoss(stats) ? stats : figure(stats[name], 'not-yet');
  };
  return {
    username: usernameOf(user),
    displayName: user.display_name,
    avatarUrl: avatarOf(user),
    profileUrl: addressOf(user, wwwHost),
    email: { is: 'not-offered' },
    figures: {
      followers: counted('follower_count'),
      videos: counted('video_count'),
      following: counted('following_count'),
    },
  };
}

const notOffered = { is: 'not-offered' } as const;

export const noAudience: AudienceReading = {
  of: 'followers',
  countries: notOffered,
  cities: notOffered,
  ages: notOffered,
  genders: notOffered,
};

/** Many videos have no title: then the first line of the caption. */
function titleOf({ title, video_description: caption }: ReadVideo): Read<string> {
  const said = anyOf([title, caption]);
  return isLoss(said) ? said : firstLine(said);
}

/** Parameters of a share address follow the person who opens it. */
function withoutParameters(address: string): string {
  const url = new URL(address);
  return url.origin + url.pathname;
}

export function postOf(video: NamedVideo): PostReading {
  const { share_url: url, cover_image_url: cover } = video;
  const missing = (read: Read<string> | undefined): Loss | null => (isLoss(read) ? read : null);
  return {
    contentId: video.id,
    type: 'video',
    publishedAt: video.create_time,
    title: titleOf(video),
    url: typeof url === 'string' ? withoutParameters(url) : missing(url),
    thumbnailUrl: typeof cover === 'string' ? cover : missing(cover),
    expiresAt: null,
    figures: {
      likes: figure(video.like_count, 'not-yet'),
      comments: figure(video.comment_count, 'not-yet'),
      impressions: notOffered,
      reach: notOffered,
      views: figure(video.view_count, 'not-yet'),
      shares: figure(video.share_count, 'not-yet'),
      saves: notOffered,
    },
  };
}
