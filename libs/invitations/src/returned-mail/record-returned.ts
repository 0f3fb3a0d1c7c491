import { foldEmail } from '@linkage/contracts';
import type { Invitation } from '../invitation/invitation';
import type { InvitationEmailBounced, InvitationEmailDelayed } from '../invitation/invitation.events';

/** One line of a report. */
export interface ReturnedLine {
  readonly address: string;
  readonly action: 'failed' | 'delayed';
  readonly status: string | null;
  readonly words: string;
  readonly reason: string;
}

interface Returned {
  readonly invitationId: string;
  /** Id of the fact that asked for the mail. */
  readonly askedBy: string;
  readonly email: string;
  readonly recipients: readonly ReturnedLine[];
}

const isTo = (email: string, { address }: ReturnedLine): boolean =>
  address.includes('@') && foldEmail(address) === foldEmail(email);

/** The creator's own line; where the address was forwarded, the worst of the others. */
const tellingOne = ({ email, recipients }: Returned): ReturnedLine | undefined =>
  recipients.find((one) => isTo(email, one)) ?? recipients.find(({ action }) => action === 'failed') ?? recipients[0];

/** Only of a mail that was accepted, and once: reports come twice, and late ones say nothing new. */
export const recordReturned = (
  returned: Returned,
  state: Invitation,
): readonly (InvitationEmailBounced | InvitationEmailDelayed)[] => {
  const { invitationId, askedBy } = returned;
  const one = tellingOne(returned);
  const known = state.mails[askedBy]?.state;
  if (one === undefined || (known !== 'accepted' && known !== 'delayed')) return [];
  const data = {
    invitationId,
    causedBy: askedBy,
    reason: one.reason,
    ...(one.words !== '' && { words: one.words }),
    ...(one.status !== null && { status: one.status }),
  };
  if (one.action === 'failed') return [{ type: 'InvitationEmailBounced', data }];
  return known === 'accepted' ? [{ type: 'InvitationEmailDelayed', data }] : [];
};
