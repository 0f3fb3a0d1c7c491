export { bulkActionFacts } from '@linkage/published-facts';
export type {
  BulkActionFact,
  BulkActionName,
  BulkActionStarted,
  BulkActionUndoAsked,
  BulkBatchDone,
  BulkBatchUndone,
  PassedOver,
} from '@linkage/published-facts';
