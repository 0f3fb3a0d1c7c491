import type { Decider } from '@linkage/event-sourcing';
import type { InvitationImportFact } from './invitation-import.events';

/** One file of creators, from the moment that its rows are safe. */
export interface InvitationImport {
  readonly status: 'none' | 'started' | 'finished';
  readonly rows: number;
  readonly skipped: number;
}

export const invitationImport: Decider<InvitationImport, InvitationImportFact> = {
  initial: { status: 'none', rows: 0, skipped: 0 },
  evolve(state, fact) {
    switch (fact.type) {
      case 'InvitationImportStarted':
        return { status: 'started', rows: fact.data.rows, skipped: fact.data.skipped };
      case 'InvitationImportFinished':
        return { ...state, status: 'finished' };
    }
  },
};
