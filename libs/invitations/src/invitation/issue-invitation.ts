import type { Invitation } from './invitation';
import { creatorOptedOut, emailAlreadyInvited } from './invitation.errors';
import type { ChosenMessage, InvitationIssued } from './invitation.events';
import { expectMailAllowed, type MailRefusal } from './mail-quota';
import { tidyName } from './tidy-name';

export interface NewInvitation {
  /** Used when this e-mail was never invited before, or its creator was erased. */
  readonly invitationId: string;
  readonly name: string;
  readonly email: string;
  readonly brandName: string;
  readonly invitedBy: string;
  /** By which mails to this address are counted. */
  readonly recipient: string;
  /** What the mail says; without it the predefined message, or what the import says. */
  readonly chosen?: ChosenMessage;
  /** There is no mail server. */
  readonly mail?: 'none';
}

/**
 * A withdrawn invitation may be issued again: same id, new link. After its creator was erased: another id.
 * @throws email-already-invited, creator-opted-out, invalid-request, email-not-confirmed, mail-quota-exceeded
 */
export const issueInvitation = (
  asked: NewInvitation,
  state: Invitation,
  refusal: MailRefusal | null = null,
): readonly InvitationIssued[] => {
  const name = tidyName(asked.name);
  if (state.status === 'open' && !state.erased) throw emailAlreadyInvited();
  if (state.optedOut) throw creatorOptedOut('email');
  expectMailAllowed(refusal);
  const { email, brandName, invitedBy, recipient, chosen, mail } = asked;
  const invitationId = (state.erased ? null : state.invitationId) ?? asked.invitationId;
  return [
    {
      type: 'InvitationIssued',
      data: {
        invitationId,
        name,
        email: email.trim(),
        brandName,
        invitedBy,
        linkVersion: state.linkVersion + 1,
        recipient,
        visits: 'told',
        ...(mail !== undefined && { mail }),
        ...chosen,
      },
    },
  ];
};
