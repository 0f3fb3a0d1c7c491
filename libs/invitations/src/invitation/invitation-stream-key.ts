import { foldEmail } from '@linkage/contracts';

/** What stands behind the invitation's stream name, under the workspace's key. */
export const invitationStreamKey = (email: string): string => `invitation:${foldEmail(email)}`;
