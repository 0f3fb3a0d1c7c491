import type { InvitationStep } from '@linkage/contracts';

/** What has happened when an invite is at a step. */
export const stepWords: Readonly<Record<InvitationStep, string>> = {
  queued: 'Invited',
  accepted: 'E-mail accepted',
  opened: 'Page opened',
  started: 'Consent started',
  connected: 'Account connected',
};
