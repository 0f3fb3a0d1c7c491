import type { Actor, Fact, FactCatalog } from '@linkage/event-sourcing';
import type { AccessLostCause } from './connections';
import type { ChosenMessage } from './message-templates';
import type { PlatformId } from './platform';
import { sameData } from './same-data';

/**
 * Stream: `invitation-<HMAC of the folded e-mail under the workspace's key>`: its first append expects no stream, which
 * is what makes an e-mail unique within a workspace. The invitation's own id is a UUIDv7 and the data subject of the
 * creator. `email` is as typed. `brandName` and `invitedBy` are what the mail and the microsite say about who asks.
 * `linkVersion` starts at 1 and rises when the invitation is withdrawn, which ends the old link. `recipient`: HMAC of
 * the folded e-mail under the installation's key, by which mails to one address are counted in all workspaces; absent
 * before version 3. `importId`: the row of a file made it. `mail`: absent, it asks for the mail; `waits`: more mails
 * were asked for than may go out, and `InvitationMailReleased` asks for it later; `none`: there was no mail server, and
 * the link is given by hand. `visits`: openings of its page are told by `MicrositeOpened`; absent, that none is told
 * says nothing. What the mail says: `ChosenMessage`; of a row of a file, what the import says.
 */
export type InvitationIssued = Fact<
  'InvitationIssued',
  {
    invitationId: string;
    name: string;
    email: string;
    brandName: string;
    invitedBy: string;
    linkVersion: number;
    recipient?: string;
    importId?: string;
    mail?: 'waits' | 'none';
    visits?: 'told';
  } & ChosenMessage
>;
/** The mail that waited since the invitation was issued may go out. */
export type InvitationMailReleased = Fact<'InvitationMailReleased', { invitationId: string }>;
/**
 * A member asked for the mail to be sent again. `sendFrom`: it is held until then, so that it can be undone; absent: it
 * is not held.
 */
export type InvitationResendRequested = Fact<
  'InvitationResendRequested',
  { invitationId: string; sendFrom?: string } & ChosenMessage
>;
/** A mail that was asked for by the fact `undone` at `askedAt` is not wanted any more; it had not been sent. */
export type MailRequestUndone = Fact<'MailRequestUndone', { invitationId: string; undone: string; askedAt: string }>;
/** An account whose access was lost at `since`. */
export interface LostAccount {
  readonly accountId: string;
  readonly platform: PlatformId;
  readonly cause: AccessLostCause;
  readonly since: string;
}
/**
 * The creator is to be asked by mail to connect these accounts again: once by itself for each loss, and when a member
 * asks. `sendFrom` as above.
 */
export type ReconnectRequested = Fact<
  'ReconnectRequested',
  { invitationId: string; accounts: readonly LostAccount[]; sendFrom?: string }
>;
/** The mail server accepted the mail. `causedBy` is the id of the fact that asked for it: one mail per asking. */
export type InvitationEmailed = Fact<
  'InvitationEmailed',
  { invitationId: string; causedBy: string; messageId: string }
>;
/**
 * The mail could not be handed over. `final`: it will not be tried again; `reason` is a sentence without addresses.
 * From version 3 on: `words`, what the mail server said; `status`, its codes, such as `550 5.1.1`; `nextTry`, when it
 * is tried again. One fact per try.
 */
export type InvitationEmailFailed = Fact<
  'InvitationEmailFailed',
  {
    invitationId: string;
    causedBy: string;
    reason: string;
    final: boolean;
    words?: string;
    status?: string;
    nextTry?: string;
  }
>;
/**
 * A report came back: the mail had been accepted, and was not delivered in the end. `words`: what the mail server said
 * that did not take it; `status`: its code, such as `5.1.1`.
 */
export type InvitationEmailBounced = Fact<
  'InvitationEmailBounced',
  { invitationId: string; causedBy: string; reason: string; words?: string; status?: string }
>;
/**
 * A report came back: the mail was accepted, and is not delivered yet. Another mail server goes on trying. Once per
 * mail.
 */
export type InvitationEmailDelayed = Fact<
  'InvitationEmailDelayed',
  { invitationId: string; causedBy: string; reason: string; words?: string; status?: string }
>;
/**
 * The creator wants no more e-mails from this workspace. It holds for the e-mail, which the stream belongs to, also
 * after a withdrawal or an erasure, until the creator takes it back. `by`: the page that a mail's footer leads to, or
 * the mail program's own button (RFC 8058).
 */
export type CreatorOptedOut = Fact<'CreatorOptedOut', { invitationId: string; by: 'page' | 'mail-program' }>;
export type CreatorOptedIn = Fact<'CreatorOptedIn', { invitationId: string }>;
/**
 * The mail was never handed over. `waited-too-long`: it is not sent by itself any more. `not-needed`: what it asks for
 * was done before it was sent. `opted-out`: the creator wants no more e-mails.
 */
export type InvitationEmailNotSent = Fact<
  'InvitationEmailNotSent',
  { invitationId: string; causedBy: string; reason: 'waited-too-long' | 'not-needed' | 'opted-out' }
>;
/**
 * The link connects accounts no more, it only disconnects them; the row leaves the list. `accounts`: what the member
 * wants done with those that are connected; absent: they are kept.
 */
export type InvitationWithdrawn = Fact<
  'InvitationWithdrawn',
  { invitationId: string; linkVersion: number; accounts?: 'keep' | 'disconnect' }
>;
/** The link works again as before, and the row is back. `linkVersion` is the one from before the withdrawal. */
export type InvitationWithdrawalUndone = Fact<
  'InvitationWithdrawalUndone',
  { invitationId: string; linkVersion: number }
>;

export type InvitationFact =
  | InvitationIssued
  | InvitationMailReleased
  | InvitationResendRequested
  | ReconnectRequested
  | MailRequestUndone
  | InvitationEmailed
  | InvitationEmailFailed
  | InvitationEmailNotSent
  | InvitationEmailBounced
  | InvitationEmailDelayed
  | CreatorOptedOut
  | CreatorOptedIn
  | InvitationWithdrawn
  | InvitationWithdrawalUndone;

const ofTheCreator = (data: { invitationId: string }): string => data.invitationId;
const ofTheInviter = (data: { invitationId: string }, by: Actor): string =>
  by.kind === 'member' ? by.id : data.invitationId;

export const invitationFacts: FactCatalog<InvitationFact> = {
  // Version 2 encrypts the name of the member who invites under that member's own key; version 1 did so under the
  // creator's. Version 3 names the recipient. Version 4 has what the member wrote, which may be about the creator. In
  // version 5 no mail may be asked for at all.
  InvitationIssued: {
    version: 5,
    personal: [
      { subject: ofTheCreator, fields: ['name', 'email', 'message'] },
      { subject: ofTheInviter, fields: ['invitedBy'] },
    ],
    upcast: { 1: sameData, 2: sameData, 3: sameData, 4: sameData },
  },
  InvitationMailReleased: { version: 1 },
  InvitationResendRequested: {
    version: 2,
    personal: { subject: ofTheCreator, fields: ['message'] },
    upcast: { 1: sameData },
  },
  ReconnectRequested: { version: 1 },
  MailRequestUndone: { version: 1 },
  InvitationEmailed: { version: 1 },
  // Version 2 encrypts the reason: a mail server may name the mailbox in it.
  InvitationEmailFailed: {
    version: 3,
    personal: { subject: ofTheCreator, fields: ['reason', 'words'] },
    upcast: { 1: sameData, 2: sameData },
  },
  InvitationEmailNotSent: { version: 1 },
  InvitationEmailBounced: { version: 1, personal: { subject: ofTheCreator, fields: ['reason', 'words'] } },
  InvitationEmailDelayed: { version: 1, personal: { subject: ofTheCreator, fields: ['reason', 'words'] } },
  CreatorOptedOut: { version: 1 },
  CreatorOptedIn: { version: 1 },
  InvitationWithdrawn: { version: 1 },
  InvitationWithdrawalUndone: { version: 1 },
};
