import { manifests, platformData } from '@linkage/platform-guide';
import type { ContentType } from '@linkage/published-facts';
import type { Permission } from '../connector';

const { permissions, hosts } = manifests.instagram;

export const basicScope = permissions.basic.scope;
export const insightsScope = permissions.insights.scope;
export const instagramPermissions: readonly Permission[] = Object.values(permissions);
export const instagramContentTypes: readonly ContentType[] = platformData.instagram.contentTypes.map(
  ({ type }) => type,
);
export const instagramHosts = hosts;
export type InstagramHosts = Readonly<Record<keyof typeof instagramHosts, string>>;

/** Version of the Graph API. Tokens have none in their paths. */
export const graphVersion = 'v26.0';
