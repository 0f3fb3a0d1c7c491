/** The only place of node:sqlite: how a file is opened, what its troubles are called, how writers share a commit. */
export type { DatabaseSync, StatementSync } from 'node:sqlite';
export * from './connect';
export * from './database-file-watcher';
export * from './database-unusable';
export * from './group-commit';
export * from './open-database';
export * from './private-database';
export * from './sqlite-trouble';
export * from './temporary-database';
export * from './transaction';
export { markClosed } from './wal-guard';
export * from './wal-checkpoints';
