import { facebookData } from './facebook.data';
import { instagramData } from './instagram.data';
import { tiktokData } from './tiktok.data';
import { twitchData } from './twitch.data';
import { twitterData } from './twitter.data';
import { youtubeData } from './youtube.data';
import type { PlatformData } from './manifest';
import type { PlatformId } from './platforms';

/** What each platform tells of an account. Large: only for what shows figures. */
export const platformData: Readonly<Record<PlatformId, PlatformData>> = {
  instagram: instagramData,
  youtube: youtubeData,
  tiktok: tiktokData,
  facebook: facebookData,
  twitter: twitterData,
  twitch: twitchData,
};
