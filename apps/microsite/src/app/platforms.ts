import type { PlatformId } from '@linkage/contracts';

/** As in `@linkage/contracts`, which is imported for types only: its request classes would bring class-validator along. */
export const platformNames: Readonly<Record<PlatformId, string>> = {
  instagram: 'Instagram',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  facebook: 'Facebook',
  twitter: 'X (Twitter)',
  twitch: 'Twitch',
};

/** `@handle`, whether the platform gives it with its sign or without. */
export const handle = (username: string): string => `@${username.replace(/^@/, '')}`;
