import { derivedId } from '@linkage/event-sourcing';

/** An action, and the workspace that it belongs to. */
export interface BulkAddress {
  readonly workspaceId: string;
  readonly bulkId: string;
}

/** Two workspaces whose browsers make the same id do not meet. */
export const bulkStream = ({ workspaceId, bulkId }: BulkAddress): string =>
  `bulk-${derivedId('bulk', workspaceId, bulkId)}`;

/** By this the fact of one invitation is known again: the action is done to it once, however often a batch is begun. */
export const doneKey = (bulkId: string): string => `bulk:${bulkId}`;
export const undoneKey = (bulkId: string): string => `bulk-undo:${bulkId}`;
