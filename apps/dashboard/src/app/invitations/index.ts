/** What other pages may use: the actions on an invitation. */
export { InvitationActions } from './invitation-actions';
