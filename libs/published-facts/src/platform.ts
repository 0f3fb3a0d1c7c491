/** The platforms, by the id that stands in facts, URLs and configuration. */
export type PlatformId = 'facebook' | 'instagram' | 'twitter' | 'twitch' | 'tiktok' | 'youtube';

/** Whom an attempt or account belongs to, as it was when the fact was recorded. Both are personal data of the invitation. */
export interface CreatorNameAndEmail {
  creatorName: string;
  creatorEmail: string;
}
