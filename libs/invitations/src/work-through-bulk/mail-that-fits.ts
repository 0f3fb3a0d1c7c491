import { askToReconnect } from '../ask-to-reconnect/ask-to-reconnect';
import type { Invitation } from '../invitation/invitation';
import type {
  ChosenMessage,
  InvitationResendRequested,
  LostAccount,
  ReconnectRequested,
} from '../invitation/invitation.events';
import type { MailRefusal } from '../invitation/mail-quota';
import { resendInvitation } from '../resend-invitation/resend-invitation';

/** As the button of a row: the invite once more, or what the creator has to connect again. @throws as the two do */
export const mailThatFits = (
  lost: readonly LostAccount[],
  state: Invitation,
  now: Date,
  refusal: MailRefusal | null,
  chosen: ChosenMessage,
): readonly (InvitationResendRequested | ReconnectRequested)[] =>
  lost.length > 0 ? askToReconnect(lost, state, now, refusal) : resendInvitation(state, now, refusal, chosen);
