import { manifests, platformData } from '@linkage/platform-guide';
import type { ContentType } from '@linkage/published-facts';
import type { Permission } from '../connector';

const { permissions, hosts } = manifests.youtube;

export const channelScope = permissions.channel.scope;
export const analyticsScope = permissions.analytics.scope;
export const emailScope = permissions.email.scope;
export const youtubePermissions: readonly Permission[] = Object.values(permissions);
export const youtubeContentTypes: readonly ContentType[] = platformData.youtube.contentTypes.map(({ type }) => type);
export const youtubeHosts = hosts;
export type YoutubeHosts = Readonly<Record<keyof typeof youtubeHosts, string>>;
