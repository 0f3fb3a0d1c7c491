import { manifests, platformData } from '@linkage/platform-guide';
import type { ContentType } from '@linkage/published-facts';
import type { Permission } from '../connector';

const { permissions } = manifests.twitter;

export const usersScope = permissions.users.scope;
export const postsScope = permissions.posts.scope;
export const emailScope = permissions.email.scope;
export const twitterPermissions: readonly Permission[] = Object.values(permissions);
export const twitterContentTypes: readonly ContentType[] = platformData.twitter.contentTypes.map(({ type }) => type);
export type TwitterHosts = Readonly<Record<keyof (typeof manifests)['twitter']['hosts'], string>>;
