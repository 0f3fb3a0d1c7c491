import type { Invitation } from '../invitation/invitation';
import type { InvitationEmailFailed, InvitationEmailNotSent, InvitationEmailed } from '../invitation/invitation.events';
import { isSettled } from './mail-to-send';

/** What the mail server said. `temporary`: trying again later can help. */
type Answer =
  | { readonly accepted: true; readonly messageId: string }
  | { readonly accepted: false; readonly temporary: boolean; readonly reason: string };

export interface AskedMail {
  readonly invitationId: string;
  /** Id of the fact that asked for the mail. */
  readonly askedBy: string;
}

/** One fact per outcome. A failure that will be tried again is told once for each reason, so that retries do not fill the log. */
export const recordMail = (
  { invitationId, askedBy, answer }: AskedMail & { readonly answer: Answer },
  state: Invitation,
): readonly (InvitationEmailed | InvitationEmailFailed)[] => {
  const known = state.mails[askedBy];
  if (known && isSettled(known)) return [];
  if (answer.accepted)
    return [{ type: 'InvitationEmailed', data: { invitationId, causedBy: askedBy, messageId: answer.messageId } }];
  const { reason, temporary } = answer;
  if (temporary && known?.state === 'tried' && known.reason === reason) return [];
  return [{ type: 'InvitationEmailFailed', data: { invitationId, causedBy: askedBy, reason, final: !temporary } }];
};

/** The mail is too old to be sent by itself; told once, unless it was tried again meanwhile. */
export const recordNotSent = (
  { invitationId, askedBy }: AskedMail,
  state: Invitation,
): readonly InvitationEmailNotSent[] => {
  const known = state.mails[askedBy];
  if (known && (isSettled(known) || known.state === 'not-sent')) return [];
  return [{ type: 'InvitationEmailNotSent', data: { invitationId, causedBy: askedBy, reason: 'waited-too-long' } }];
};
