import type { Decider } from '../commands/decider';
import { DomainError } from '../facts/domain-error';
import type { Fact, FactContext } from '../facts/fact';
import type { FactCatalog } from '../facts/fact-catalog';
import { projection } from '../read-models/projection';

/**
 * A small made-up context, so that the kernel and the stores are tested on realistic facts. Stream:
 * `ticket-<ticketId>`.
 */
export type TicketOpened = Fact<'TicketOpened', { ticketId: string; title: string; reporter: string }>;
export type TicketCommented = Fact<'TicketCommented', { ticketId: string; text: string }>;
export type TicketClosed = Fact<'TicketClosed', { ticketId: string }>;
export type TicketDeleted = Fact<'TicketDeleted', { ticketId: string }>;
export type TicketFact = TicketOpened | TicketCommented | TicketClosed | TicketDeleted;

export const ticketFacts: FactCatalog<TicketFact> = {
  TicketOpened: { version: 1, personal: { subject: (data) => `reporter-of-${data.ticketId}`, fields: ['reporter'] } },
  TicketCommented: { version: 1 },
  TicketClosed: { version: 1 },
  TicketDeleted: { version: 1 },
};

export const opened = (ticketId: string, title = 'It does not start', reporter = 'Ada Lovelace'): TicketOpened => ({
  type: 'TicketOpened',
  data: { ticketId, title, reporter },
});
export const commented = (ticketId: string, text = 'Same here'): TicketCommented => ({
  type: 'TicketCommented',
  data: { ticketId, text },
});
export const closed = (ticketId: string): TicketClosed => ({ type: 'TicketClosed', data: { ticketId } });
export const deleted = (ticketId: string): TicketDeleted => ({ type: 'TicketDeleted', data: { ticketId } });

export interface TicketState {
  readonly is: 'none' | 'open' | 'closed';
  readonly comments: number;
}

export const ticket: Decider<TicketState, TicketFact> = {
  initial: { is: 'none', comments: 0 },
  evolve: (state, fact) => {
    switch (fact.type) {
      case 'TicketOpened':
        return { ...state, is: 'open' };
      case 'TicketCommented':
        return { ...state, comments: state.comments + 1 };
      case 'TicketClosed':
        return { ...state, is: 'closed' };
      case 'TicketDeleted':
        return { ...state, is: 'none' };
    }
  },
};

export const openTicket =
  (ticketId: string) =>
  (state: TicketState): readonly TicketFact[] => {
    if (state.is !== 'none')
      throw new DomainError('rule-broken', 'ticket-open-already', 'This ticket is open already.');
    return [opened(ticketId)];
  };
export const comment =
  (ticketId: string, text?: string) =>
  (state: TicketState): readonly TicketFact[] => {
    if (state.is === 'none') throw new DomainError('not-found', 'not-found', 'There is no such ticket.');
    return [commented(ticketId, text)];
  };
export const closeTicket =
  (ticketId: string) =>
  (state: TicketState): readonly TicketFact[] =>
    state.is === 'open' ? [closed(ticketId)] : [];

export interface TicketRow {
  readonly workspaceId: string;
  readonly title: string;
  readonly reporter: string;
  readonly status: 'open' | 'closed';
  readonly comments: number;
  readonly openedAt: string;
}

export const ticketList = projection<TicketRow, TicketFact>({
  name: 'ticket-list',
  version: 1,
  streams: ['ticket-'],
  on: ['TicketOpened', 'TicketCommented', 'TicketClosed', 'TicketDeleted'],
  fields: { workspaceId: 'text', status: 'text', comments: 'number', openedAt: 'text' },
  indexes: [
    ['workspaceId', 'status', 'openedAt'],
    ['workspaceId', 'openedAt'],
    ['workspaceId', 'comments'],
  ],
  search: ['title', 'reporter'],
  counts: [['workspaceId'], ['workspaceId', 'status']],
  key: (fact) => fact.data.ticketId,
  project: (row, fact) => {
    if (fact.type === 'TicketOpened') {
      const { title, reporter } = fact.data;
      return {
        workspaceId: fact.workspaceId,
        title,
        reporter,
        status: 'open',
        comments: row?.comments ?? 0,
        openedAt: fact.at,
      };
    }
    if (row === undefined || fact.type === 'TicketDeleted') return undefined;
    return fact.type === 'TicketCommented' ? { ...row, comments: row.comments + 1 } : { ...row, status: 'closed' };
  },
});

export const ticketContext = (workspaceId = 'workspace-1'): FactContext => ({
  workspaceId,
  actor: { kind: 'member', id: 'member-1' },
  correlationId: 'correlation-1',
  causationId: null,
});
