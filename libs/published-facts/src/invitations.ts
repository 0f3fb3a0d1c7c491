import type { Actor, Fact, FactCatalog } from '@linkage/event-sourcing';
import { sameData } from './same-data';

/**
 * Stream: `invitation-<HMAC of the folded e-mail under the workspace's key>`: its first append expects no stream, which is what
 * makes an e-mail unique within a workspace. The invitation's own id is a UUIDv7 and the data subject of the creator.
 * `email` is as typed. `brandName` and `invitedBy` are what the mail and the microsite say about who asks. `linkVersion` starts at 1 and rises when the invitation is withdrawn, which ends the old link.
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
  }
>;
/** Somebody asked for the mail to be sent again. */
export type InvitationResendRequested = Fact<'InvitationResendRequested', { invitationId: string }>;
/** The mail server accepted the mail. `causedBy` is the id of the fact that asked for it: one mail per asking. */
export type InvitationEmailed = Fact<
  'InvitationEmailed',
  { invitationId: string; causedBy: string; messageId: string }
>;
/** The mail could not be handed over. `final`: it will not be tried again; `reason` is a sentence without addresses. */
export type InvitationEmailFailed = Fact<
  'InvitationEmailFailed',
  { invitationId: string; causedBy: string; reason: string; final: boolean }
>;
/** The mail was never handed over, because it waited for too long: it is not sent by itself any more. */
export type InvitationEmailNotSent = Fact<
  'InvitationEmailNotSent',
  { invitationId: string; causedBy: string; reason: 'waited-too-long' }
>;
/**
 * The link connects accounts no more, it only disconnects them; the row leaves the list. `accounts`: what the member wants done with those that are
 * connected; absent: they are kept.
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
  | InvitationResendRequested
  | InvitationEmailed
  | InvitationEmailFailed
  | InvitationEmailNotSent
  | InvitationWithdrawn
  | InvitationWithdrawalUndone;

const ofTheCreator = (data: { invitationId: string }): string => data.invitationId;
const ofTheInviter = (data: { invitationId: string }, by: Actor): string =>
  by.kind === 'member' ? by.id : data.invitationId;

export const invitationFacts: FactCatalog<InvitationFact> = {
  // Version 2 encrypts the name of the member who invites under that member's own key; version 1 did so under the creator's.
  InvitationIssued: {
    version: 2,
    personal: [
      { subject: ofTheCreator, fields: ['name', 'email'] },
      { subject: ofTheInviter, fields: ['invitedBy'] },
    ],
    upcast: { 1: sameData },
  },
  InvitationResendRequested: { version: 1 },
  InvitationEmailed: { version: 1 },
  // Version 2 encrypts the reason: a mail server may name the mailbox in it.
  InvitationEmailFailed: {
    version: 2,
    personal: { subject: ofTheCreator, fields: ['reason'] },
    upcast: { 1: sameData },
  },
  InvitationEmailNotSent: { version: 1 },
  InvitationWithdrawn: { version: 1 },
  InvitationWithdrawalUndone: { version: 1 },
};
