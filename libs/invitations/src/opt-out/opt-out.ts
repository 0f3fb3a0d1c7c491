import type { Invitation } from '../invitation/invitation';
import type { CreatorOptedIn, CreatorOptedOut } from '../invitation/invitation.events';

/** Asked for twice, it is told once. */
export const optOut = (by: CreatorOptedOut['data']['by'], state: Invitation): readonly CreatorOptedOut[] =>
  state.optedOut || state.invitationId === null
    ? []
    : [{ type: 'CreatorOptedOut', data: { invitationId: state.invitationId, by } }];

export const optIn = (state: Invitation): readonly CreatorOptedIn[] =>
  state.optedOut && state.invitationId !== null
    ? [{ type: 'CreatorOptedIn', data: { invitationId: state.invitationId } }]
    : [];
