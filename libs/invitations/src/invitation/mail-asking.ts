import type { Recorded } from '@linkage/event-sourcing';
import type {
  InvitationFact,
  InvitationIssued,
  InvitationMailReleased,
  InvitationResendRequested,
  ReconnectRequested,
} from './invitation.events';

/** A fact that asks for a mail to the creator. */
export type MailAsking = InvitationIssued | InvitationMailReleased | InvitationResendRequested | ReconnectRequested;

export const mailAskingTypes = [
  'InvitationIssued',
  'InvitationMailReleased',
  'InvitationResendRequested',
  'ReconnectRequested',
] as const;

export const isMailAsking = (fact: Recorded<InvitationFact>): fact is Recorded<MailAsking> =>
  mailAskingTypes.some((type) => type === fact.type);

/** A withdrawal drops what was asked for once more; the first mail waits until the withdrawal is undone, or not. */
export const outlivesWithdrawal = (type: MailAsking['type']): boolean =>
  type === 'InvitationIssued' || type === 'InvitationMailReleased';

/** Held while a mail of the invitation in this stream is sent or taken back. */
export const mailingLock = (stream: string): string => `email-invitation:${stream}`;

/** As long as it can be undone on the screen, and a little for the way there and back. */
const HELD_MS = 12_000;

/** From when a mail that a member asks for at `now` may be sent. */
export const heldUntil = (now: Date): string => new Date(now.getTime() + HELD_MS).toISOString();

/** null: at once. */
export const sendFrom = ({ data }: MailAsking): string | null => ('sendFrom' in data ? (data.sendFrom ?? null) : null);
