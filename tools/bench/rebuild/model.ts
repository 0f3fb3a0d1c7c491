import { type Fact, type FactCatalog, projection } from '@linkage/event-sourcing';
import type { sampleFact } from '../raw-log';

/** The read model that both sides build: a row for each invitation, found by three indexes and by words. */
export type Sent = Fact<'InvitationSent', ReturnType<typeof sampleFact>['data']>;

export interface Row {
  readonly workspaceId: string;
  readonly name: string;
  readonly email: string;
  readonly status: string;
  readonly sentAt: string;
  readonly facts: number;
}

export const statuses = ['invited', 'active', 'action-needed'] as const;

export const fold = (row: Row | undefined, { name, email }: Sent['data'], workspaceId: string, at: string): Row => {
  const facts = (row?.facts ?? 0) + 1;
  return { workspaceId, name, email, status: statuses[facts % 3] ?? 'invited', sentAt: row?.sentAt ?? at, facts };
};

export const facts: FactCatalog<Sent> = { InvitationSent: { version: 1 } };

export const model = projection<Row, Sent>({
  name: 'invitation-list',
  version: 1,
  streams: ['invitation-'],
  on: ['InvitationSent'],
  fields: { workspaceId: 'text', status: 'text', sentAt: 'text', name: 'text' },
  indexes: [
    ['workspaceId', 'sentAt'],
    ['workspaceId', 'name'],
    ['workspaceId', 'status', 'sentAt'],
  ],
  search: ['name', 'email'],
  counts: [['workspaceId'], ['workspaceId', 'status']],
  key: (fact) => fact.data.invitationId,
  project: (row, fact) => fold(row, fact.data, fact.workspaceId, fact.at),
});
