import { facebook } from './facebook.manifest';
import { instagram } from './instagram.manifest';
import { tiktok } from './tiktok.manifest';
import { twitch } from './twitch.manifest';
import { twitter } from './twitter.manifest';
import { youtube } from './youtube.manifest';
import type { Ineligibility, PlatformManifest } from './manifest';

/**
 * Manifests by id, in the order in which people see them. For a connector, which needs the names of its own hosts and
 * permissions.
 */
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

/** Name of each platform and what connecting takes. Small: for every page. */
export const ineligibleReasons = /* @__PURE__ */ [
  ...new Set(platformIds.flatMap((id) => manifests[id].ineligible.map(({ reason }) => reason))),
] as readonly IneligibleReason[];

export const platforms: Readonly<Record<PlatformId, PlatformManifest>> = manifests;
