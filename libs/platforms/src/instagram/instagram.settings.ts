import type { ContentType } from '@linkage/published-facts';
import type { Permission } from '../connector';

export const basicScope = 'instagram_business_basic';
export const insightsScope = 'instagram_business_manage_insights';

export const instagramPermissions: readonly Permission[] = [
  { scope: basicScope, label: 'View your Instagram profile and posts', required: true },
  { scope: insightsScope, label: 'View insights of your posts and your audience', required: false },
];

/** IGTV ended in 2022; old items may still come under that name, so it stays in the filter. */
export const instagramContentTypes: readonly ContentType[] = [
  'video',
  'image',
  'feed',
  'igtv',
  'reels',
  'album',
  'story',
];

export const instagramHosts = {
  www: 'https://www.instagram.com',
  api: 'https://api.instagram.com',
  graph: 'https://graph.instagram.com',
} as const;
export type InstagramHosts = Readonly<Record<keyof typeof instagramHosts, string>>;

/** Version of the Graph API. Tokens have none in their paths. */
export const graphVersion = 'v26.0';
