import { projection } from '@linkage/event-sourcing';
import type { InvitationIssued } from './invitation.events';

/** Where an invitation is kept. A withdrawn one stays known, so that what is asked of it gets a true answer. */
export interface InvitationAddress {
  readonly invitationId: string;
  readonly workspaceId: string;
  readonly stream: string;
}

/** From an invitation's id to its stream, whose name cannot be worked out from the id. */
export const invitationDirectory = projection<InvitationAddress, InvitationIssued>({
  name: 'invitation-directory',
  version: 1,
  streams: ['invitation-'],
  on: ['InvitationIssued'],
  fields: {},
  key: (fact) => fact.data.invitationId,
  project: (row, fact) =>
    row ?? { invitationId: fact.data.invitationId, workspaceId: fact.workspaceId, stream: fact.stream },
});
