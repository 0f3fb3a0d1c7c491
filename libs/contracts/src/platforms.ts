export const platformIds = ['instagram', 'youtube', 'tiktok', 'facebook', 'twitter', 'twitch'] as const;
export type PlatformId = (typeof platformIds)[number];

/** What people call the platforms. */
export const platformNames: Readonly<Record<PlatformId, string>> = {
  instagram: 'Instagram',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  facebook: 'Facebook',
  twitter: 'X (Twitter)',
  twitch: 'Twitch',
};
