/**
 * For what holds documents and decisions together, and for benches: how a run ends, and the context on stores of its
 * own.
 */
export { refreshCompleted, refreshFailed } from '../run-refresh/end-refresh';
export { ingestionUnderTest, type IngestionUnderTest } from '../ingestion.harness';
export { figuresStream, refresh } from '../refresh/refresh';
