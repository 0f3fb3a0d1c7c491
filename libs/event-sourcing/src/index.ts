/**
 * The kernel: facts, the two ports (event log, read store), command handling, and what turns facts into read models and
 * reactions. It knows no business and no driver; adapters live in `@linkage/stores`.
 */
export * from './fact';
export * from './decider';
export * from './domain-error';
export * from './stored-fact';
export * from './subscription';
export * from './event-log.port';
export * from './consumer-groups.port';
export * from './read-store.port';
export * from './clock.port';
export * from './fact-catalog';
export * from './fact-log';
export * from './fact.errors';
export * from './ids';
export * from './random';
export * from './handle-command';
export * from './projection';
export * from './reactor';
export type { ConsumerTrouble } from './runtime/consumer-trouble';
export * from './runtime/consumers';
export { factsWaiting } from './runtime/facts-waiting';
export { parkedReactions } from './runtime/parked-reactions';
export * from './runtime/read-models';
export * from './runtime/wanted-position';
export * from './runtime/group-work';
export * from './as-of/read-as-of';
export { workspaceStreams } from './as-of/workspace-streams.projection';
export { clockAsOf } from './as-of/clock-as-of';
export type { Report } from './runtime/consumer-health';
export * from './chain/finding';
export { verifyLog, type LogVerdict, type VerifyOptions } from './chain/verify-log';
export { type FactsSealed, type Seal, sealFacts } from './chain/seal';
export { Sealer, type SealerParts } from './chain/sealer';
export { factDigest } from './chain/fact-digest';
export { exportLog, type OnProgress } from './transfer/export-log';
export { importLog, type Imported, type ImportOptions } from './transfer/import-log';
export { ImportRefused } from './transfer/log-line';
export { splitLines } from './transfer/split-lines';
export { hashReadModels, type ReadModelHash } from './transfer/hash-read-models';
export type { BuildStatus } from './rebuild/build-status';
export type { BuildProgress, BuildTask, ReadModelBuilder } from './rebuild/read-model-builder.port';
export { builderOf } from './rebuild/builder-of';
export { serveBuilds } from './rebuild/serve-builds';
export { ThreadBuilder } from './rebuild/thread-builder';
export * from './kernel';
export * from './event-sourcing.module';
