import type { Invitation } from '../invitation/invitation';
import type { InvitationEmailFailed, InvitationEmailed } from '../invitation/invitation.events';

/** What the mail server said. `temporary`: trying again later can help. */
type Answer =
  | { readonly accepted: true; readonly messageId: string }
  | { readonly accepted: false; readonly temporary: boolean; readonly reason: string };

export interface TriedMail {
  readonly invitationId: string;
  /** Id of the fact that asked for the mail. */
  readonly askedBy: string;
  readonly answer: Answer;
  /** There will be no other try. */
  readonly lastTry: boolean;
}

/** One fact per outcome. A failure that will be tried again is told once for each reason, so that retries do not fill the log. */
export const recordMail = (
  tried: TriedMail,
  state: Invitation,
): readonly (InvitationEmailed | InvitationEmailFailed)[] => {
  const { invitationId, askedBy, answer, lastTry } = tried;
  const known = state.mails[askedBy];
  if (known && known.state !== 'tried') return [];
  if (answer.accepted)
    return [{ type: 'InvitationEmailed', data: { invitationId, causedBy: askedBy, messageId: answer.messageId } }];
  const final = lastTry || !answer.temporary;
  if (!final && known?.state === 'tried' && known.reason === answer.reason) return [];
  return [{ type: 'InvitationEmailFailed', data: { invitationId, causedBy: askedBy, reason: answer.reason, final } }];
};
