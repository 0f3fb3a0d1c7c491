import { manifests, platformData } from '@linkage/platform-guide';
import type { ContentType } from '@linkage/published-facts';

const { permissions } = manifests.facebook;

export const engagementScope = permissions.engagement.scope;
export const insightsScope = permissions.insights.scope;
export const reactionsScope = permissions.reactions.scope;
export const pagesScope = permissions.pages.scope;
export const emailScope = permissions.email.scope;
export const requestedScopes: readonly string[] = Object.values(permissions).map(({ scope }) => scope);
export const facebookContentTypes: readonly ContentType[] = platformData.facebook.contentTypes.map(({ type }) => type);
export type FacebookHosts = Readonly<Record<keyof typeof manifests.facebook.hosts, string>>;

/** Version of the Graph API. */
export const graphVersion = 'v26.0';
/** Facebook works figures out for Pages with so many followers. */
export const followersForInsights = 100;
