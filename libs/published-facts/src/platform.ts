export type { PlatformId } from '@linkage/platform-guide';

/**
 * Whom an attempt or account belongs to, as it was when the fact was recorded. Both are personal data of the
 * invitation.
 */
export interface CreatorNameAndEmail {
  creatorName: string;
  creatorEmail: string;
}
