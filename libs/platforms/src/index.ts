/** Doors to the social platforms: one folder per platform, one connector each, all passing the same contract suite. */
export * from './connector';
export * from './errors';
export * from './loss';
export * from './reading';
export * from './platform-registry';
export * from './connectors';
export * from './sandbox-hosts';
export * from './test-credentials';
export * from './with-fresh-access';
export { CallBudget, type CallLedger, type MostCalls, type SetAside } from './http';
export type { ClientEnvironment, ReadingBounds, ReportUnexpected, UnexpectedAnswer } from './http';
export * from './recorded';
