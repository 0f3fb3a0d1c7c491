import { projection, type Position } from '@linkage/event-sourcing';
import type { InvitationIssued, InvitationResendRequested } from './invitation.events';
import { askedAt, DAY_MS, HOUR_MS, nothingAsked, type Asked } from './mail-quota';

/** When mails were asked for by one workspace, for one invitation, or in the whole installation. */
export interface MailAskings extends Asked {
  /** The newest fact in it. */
  readonly upTo: Position;
}

export const OF_INSTALLATION = 'installation';
export const ofWorkspace = (workspaceId: string): string => `workspace ${workspaceId}`;
export const ofInvitation = (stream: string): string => `invitation ${stream}`;

/** What quotas of mails are decided on, so that a restart forgets nothing. */
export const mailAskings = projection<MailAskings, InvitationIssued | InvitationResendRequested>({
  name: 'mail-askings',
  version: 1,
  streams: ['invitation-'],
  on: ['InvitationIssued', 'InvitationResendRequested'],
  fields: {},
  key: ({ workspaceId, stream }) => [OF_INSTALLATION, ofWorkspace(workspaceId), ofInvitation(stream)],
  project: (row, fact, key) => ({
    ...askedAt(row ?? nothingAsked, Date.parse(fact.at), key === OF_INSTALLATION ? HOUR_MS : DAY_MS),
    upTo: fact.position,
  }),
});
