import type { Decider } from '@linkage/event-sourcing';
import type { BulkActionFact, BulkActionName } from './bulk-action.events';

/** So many invitations are worked on at the same time. */
export const BATCH = 100;

/** One action on many invitations, from the moment that it is fixed which ones. */
export interface BulkAction {
  readonly status: 'none' | 'running' | 'finished' | 'undoing' | 'undone';
  readonly action: BulkActionName;
  readonly rows: number;
  /** Batches that were worked through, from the first. */
  readonly batches: number;
  /** Batches that were undone. */
  readonly undoneBatches: number;
}

export const batchesOf = ({ rows }: Pick<BulkAction, 'rows'>): number => Math.ceil(rows / BATCH);

export const bulkAction: Decider<BulkAction, BulkActionFact> = {
  initial: { status: 'none', action: 'resend', rows: 0, batches: 0, undoneBatches: 0 },
  evolve(state, fact) {
    switch (fact.type) {
      case 'BulkActionStarted':
        return { ...state, status: 'running', action: fact.data.action, rows: fact.data.rows };
      case 'BulkBatchDone': {
        const batches = fact.data.batch + 1;
        const isOver = state.status === 'running' && batches >= batchesOf(state);
        return { ...state, batches, status: isOver ? 'finished' : state.status };
      }
      case 'BulkActionUndoAsked':
        return { ...state, status: 'undoing' };
      case 'BulkBatchUndone':
        return {
          ...state,
          undoneBatches: fact.data.batch + 1,
          status: fact.data.isLast ? 'undone' : state.status,
        };
    }
  },
};
