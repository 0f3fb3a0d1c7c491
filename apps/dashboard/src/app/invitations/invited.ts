/** The invitation that an action is about, with the name that is shown for it. */
export interface Invited {
  invitationId: string;
  name: string;
}
