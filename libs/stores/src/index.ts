/** Only `apps/api/src/storage.ts` chooses between them. */
export { SqliteEventLog, type SqliteLogOptions } from './sqlite-log/sqlite-event-log';
export { SqliteReadStore, type SqliteReadStoreOptions } from './sqlite-documents/sqlite-read-store';
export { BulkGeneration } from './sqlite-documents/bulk-generation';
export { SharedReadStore, type SharedReadStoreOptions } from './sqlite-documents/shared-read-store';
export { openEventStoreDb } from './eventstoredb/open-eventstoredb';
