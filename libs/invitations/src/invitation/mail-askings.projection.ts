import { projection, type Position } from '@linkage/event-sourcing';
import type { MailRequestUndone } from './invitation.events';
import { mailAskingTypes, type MailAsking } from './mail-asking';
import { askedAt, DAY_MS, HOUR_MS, nothingAsked, takenBack, type Asked } from './mail-quota';

/** When mails were asked for by one workspace, for one invitation, or in the whole installation. */
export interface MailAskings extends Asked {
  /** The newest fact in it. */
  readonly upTo: Position;
  /**
   * Of the row of an invitation: whom its mails go to, as a keyed hash. null: of all others, and not known before facts
   * named it.
   */
  readonly recipient: string | null;
}

export const OF_INSTALLATION = 'installation';
export const ofWorkspace = (workspaceId: string): string => `workspace ${workspaceId}`;
export const ofInvitation = (stream: string): string => `invitation ${stream}`;

const recipientOf = (fact: MailAsking | MailRequestUndone, row: MailAskings | undefined): string | null =>
  (fact.type === 'InvitationIssued' ? fact.data.recipient : undefined) ?? row?.recipient ?? null;

/** What quotas of mails are decided on, so that a restart forgets nothing. */
export const mailAskings = projection<MailAskings, MailAsking | MailRequestUndone>({
  name: 'mail-askings',
  version: 5,
  streams: ['invitation-'],
  on: [...mailAskingTypes, 'MailRequestUndone'],
  fields: { recipient: 'text' },
  indexes: [['recipient']],
  key: (fact) =>
    fact.type === 'InvitationIssued' && fact.data.mail !== undefined
      ? null
      : [OF_INSTALLATION, ofWorkspace(fact.workspaceId), ofInvitation(fact.stream)],
  project: (row, fact, key) => {
    const asked: Asked = row ?? nothingAsked;
    const now =
      fact.type === 'MailRequestUndone'
        ? takenBack(asked, Date.parse(fact.data.askedAt))
        : askedAt(asked, Date.parse(fact.at), key === OF_INSTALLATION ? HOUR_MS : DAY_MS);
    return {
      ...now,
      upTo: fact.position,
      recipient: key === ofInvitation(fact.stream) ? recipientOf(fact, row) : null,
    };
  },
});
