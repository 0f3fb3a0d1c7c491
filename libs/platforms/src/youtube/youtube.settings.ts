import type { ContentType } from '@linkage/published-facts';
import type { Permission } from '../connector';

export const channelScope = 'https://www.googleapis.com/auth/youtube.readonly';
export const analyticsScope = 'https://www.googleapis.com/auth/yt-analytics.readonly';
/** Google answers with this name also where `email` was asked for. */
export const emailScope = 'https://www.googleapis.com/auth/userinfo.email';

export const youtubePermissions: readonly Permission[] = [
  { scope: channelScope, label: 'View your YouTube channel and videos', required: true },
  { scope: analyticsScope, label: 'View your YouTube Analytics reports', required: false },
  { scope: emailScope, label: 'See your e-mail address', required: false },
];

export const youtubeContentTypes: readonly ContentType[] = ['video', 'short', 'stream'];

export const youtubeHosts = {
  accounts: 'https://accounts.google.com',
  oauth2: 'https://oauth2.googleapis.com',
  googleapis: 'https://www.googleapis.com',
  analytics: 'https://youtubeanalytics.googleapis.com',
  /** Only for links that people open. */
  www: 'https://www.youtube.com',
} as const;
export type YoutubeHosts = Readonly<Record<keyof typeof youtubeHosts, string>>;
