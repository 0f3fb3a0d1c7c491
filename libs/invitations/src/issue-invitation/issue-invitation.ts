import type { Invitation } from '../invitation/invitation';
import { emailAlreadyInvited } from '../invitation/invitation.errors';
import type { InvitationIssued } from '../invitation/invitation.events';
import { expectWithinQuota, type QuotaRefusal } from '../invitation/mail-quota';
import { tidyName } from '../invitation/tidy-name';

export interface NewInvitation {
  /** Used when this e-mail was never invited before, or its creator was erased. */
  readonly invitationId: string;
  readonly name: string;
  readonly email: string;
  readonly brandName: string;
  readonly invitedBy: string;
}

/**
 * A withdrawn invitation may be issued again: same id, new link. After its creator was erased: another id.
 * @throws email-already-invited, invalid-request, mail-quota-exceeded
 */
export const issueInvitation = (
  asked: NewInvitation,
  state: Invitation,
  refusal: QuotaRefusal | null = null,
): readonly InvitationIssued[] => {
  const name = tidyName(asked.name);
  if (state.status === 'open' && !state.erased) throw emailAlreadyInvited();
  expectWithinQuota(refusal);
  const { email, brandName, invitedBy } = asked;
  const invitationId = (state.erased ? null : state.invitationId) ?? asked.invitationId;
  return [
    {
      type: 'InvitationIssued',
      data: { invitationId, name, email: email.trim(), brandName, invitedBy, linkVersion: state.linkVersion + 1 },
    },
  ];
};
