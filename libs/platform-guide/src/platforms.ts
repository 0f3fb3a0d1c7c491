import { facebook, facebookData } from './facebook.manifest';
import { instagram, instagramData } from './instagram.manifest';
import { tiktok, tiktokData } from './tiktok.manifest';
import { twitch, twitchData } from './twitch.manifest';
import { twitter, twitterData } from './twitter.manifest';
import { youtube, youtubeData } from './youtube.manifest';
import type { Ineligibility, PlatformData, PlatformManifest } from './manifest';

/** Manifests by id, in the order in which people see them. For a connector, which needs the names of its own hosts and permissions. */
export const manifests = {
  instagram,
  youtube,
  tiktok,
  facebook,
  twitter,
  twitch,
} as const;

/** The platforms, by the id that stands in facts, addresses and configuration. */
export type PlatformId = keyof typeof manifests;
/** Why a platform's account cannot be watched. */
export type IneligibleReason = (typeof manifests)[PlatformId]['ineligible'][number]['reason'];

/** What a platform says of an account that cannot be watched; undefined: it has no such reason (any more). */
export const ineligibility = (platform: PlatformId, reason: string): Ineligibility | undefined =>
  platforms[platform].ineligible.find((each) => each.reason === reason);

export const platformIds = /* @__PURE__ */ Object.keys(manifests) as readonly PlatformId[];

/** Who each platform is and what connecting takes. Small: for every page. */
export const ineligibleReasons = /* @__PURE__ */ [
  ...new Set(platformIds.flatMap((id) => manifests[id].ineligible.map(({ reason }) => reason))),
] as readonly IneligibleReason[];

export const platforms: Readonly<Record<PlatformId, PlatformManifest>> = manifests;

/** What each platform tells of an account. Large: only for what shows figures. */
export const platformData: Readonly<Record<PlatformId, PlatformData>> = {
  instagram: instagramData,
  youtube: youtubeData,
  tiktok: tiktokData,
  facebook: facebookData,
  twitter: twitterData,
  twitch: twitchData,
};
