import type { Invitation } from '../invitation/invitation';
import type { InvitationEmailFailed, InvitationEmailNotSent, InvitationEmailed } from '../invitation/invitation.events';
import { isSettled } from './mail-to-send';

/** What the mail server said. `temporary`: trying again later can help. */
type Answer =
  | { readonly accepted: true; readonly messageId: string }
  | {
      readonly accepted: false;
      readonly temporary: boolean;
      readonly reason: string;
      readonly words?: string;
      readonly status?: string;
    };

interface AskedMail {
  readonly invitationId: string;
  /** Id of the fact that asked for the mail. */
  readonly askedBy: string;
}

/** One fact per outcome. `nextTry`: of a failure that may pass; null: there is none. */
export const recordMail = (
  { invitationId, askedBy, answer, nextTry }: AskedMail & { readonly answer: Answer; readonly nextTry: string | null },
  state: Invitation,
): readonly (InvitationEmailed | InvitationEmailFailed)[] => {
  const known = state.mails[askedBy];
  if (known && isSettled(known)) return [];
  if (answer.accepted)
    return [{ type: 'InvitationEmailed', data: { invitationId, causedBy: askedBy, messageId: answer.messageId } }];
  const { reason, temporary, words, status } = answer;
  return [
    {
      type: 'InvitationEmailFailed',
      data: {
        invitationId,
        causedBy: askedBy,
        reason,
        final: !temporary,
        ...(words !== undefined && { words }),
        ...(status !== undefined && { status }),
        ...(temporary && nextTry !== null && { nextTry }),
      },
    },
  ];
};

/** Why a mail is not sent; told once, unless it was tried again meanwhile. */
export const recordNotSent = (
  { invitationId, askedBy, reason }: AskedMail & Pick<InvitationEmailNotSent['data'], 'reason'>,
  state: Invitation,
): readonly InvitationEmailNotSent[] => {
  const known = state.mails[askedBy];
  if (known && (isSettled(known) || (reason === 'waited-too-long' && known.state === 'not-sent'))) return [];
  return [{ type: 'InvitationEmailNotSent', data: { invitationId, causedBy: askedBy, reason } }];
};
