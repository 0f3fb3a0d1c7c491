import { manifests, platformData } from '@linkage/platform-guide';
import type { ContentType } from '@linkage/published-facts';

const { permissions, hosts } = manifests.tiktok;

export const basicScope = permissions.basic.scope;
export const profileScope = permissions.profile.scope;
export const statsScope = permissions.stats.scope;
export const videosScope = permissions.videos.scope;
export const tiktokScopes: readonly string[] = Object.values(permissions).map(({ scope }) => scope);
export const tiktokContentTypes: readonly ContentType[] = platformData.tiktok.contentTypes.map(({ type }) => type);
export const tiktokHosts = hosts;
export type TiktokHosts = Readonly<Record<keyof typeof tiktokHosts, string>>;
