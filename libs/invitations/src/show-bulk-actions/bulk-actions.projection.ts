import { projection } from '@linkage/event-sourcing';
import { batchesOf } from '../bulk-action/bulk-action';
import type { BulkActionFact, BulkActionName, PassedOver } from '../bulk-action/bulk-action.events';

/** So many of those that were passed over are named. */
export const MOST_NAMED = 1_000;

export interface BulkActionRow {
  readonly bulkId: string;
  readonly workspaceId: string;
  readonly memberId: string;
  readonly action: BulkActionName;
  readonly startedAt: string;
  readonly lastAt: string | null;
  readonly rows: number;
  readonly done: number;
  readonly passedOver: Readonly<Record<string, number>>;
  readonly named: readonly PassedOver[];
  readonly state: 'running' | 'finished' | 'undoing' | 'undone';
  readonly undone: number;
  readonly notUndone: Readonly<Record<string, number>>;
}

const counted = (counts: Readonly<Record<string, number>>, more: readonly PassedOver[]): Record<string, number> => {
  const sum: Record<string, number> = { ...counts };
  for (const { reason } of more) sum[reason] = (sum[reason] ?? 0) + 1;
  return sum;
};

/** One row per action on many invitations: how far it is, and which ones were passed over. */
export const bulkActions = projection<BulkActionRow, BulkActionFact>({
  name: 'bulk-actions',
  version: 1,
  streams: ['bulk-'],
  on: ['BulkActionStarted', 'BulkBatchDone', 'BulkActionUndoAsked', 'BulkBatchUndone'],
  fields: { workspaceId: 'text', startedAt: 'text' },
  indexes: [['workspaceId', 'startedAt']],
  key: ({ stream }) => stream,
  project: (row, fact) => {
    if (fact.type === 'BulkActionStarted') {
      const { bulkId, memberId, action, rows } = fact.data;
      const { workspaceId, at } = fact;
      const nothing = { lastAt: null, done: 0, passedOver: {}, named: [], undone: 0, notUndone: {} };
      return { bulkId, workspaceId, memberId, action, startedAt: at, rows, state: 'running', ...nothing };
    }
    if (row === undefined) return undefined;
    switch (fact.type) {
      case 'BulkBatchDone': {
        const { batch, done, passedOver } = fact.data;
        const isOver = row.state === 'running' && batch + 1 >= batchesOf(row);
        return {
          ...row,
          lastAt: fact.at,
          done: row.done + done,
          passedOver: counted(row.passedOver, passedOver),
          named: [...row.named, ...passedOver].slice(0, MOST_NAMED),
          state: isOver ? 'finished' : row.state,
        };
      }
      case 'BulkActionUndoAsked':
        return { ...row, state: 'undoing' };
      case 'BulkBatchUndone':
        return {
          ...row,
          undone: row.undone + fact.data.undone,
          notUndone: counted(row.notUndone, fact.data.passedOver),
          state: fact.data.isLast ? 'undone' : row.state,
        };
    }
  },
});
