/** The invitation that an action is about, with the name that is shown for it. */
export interface Invited {
  invitationId: string;
  name: string;
}

/**
 * Under this name what was typed is kept for the next invite dialog. It stands here because the list needs nothing else
 * of the dialog.
 */
export const INVITE_DRAFT = 'invite';
