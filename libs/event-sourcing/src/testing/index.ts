/** For specs only: helpers, and the contract suites that every adapter of a port runs. */
export * from './given-when-then';
export * from './eventually';
export * from './test-clock';
export * from './in-memory-subject-keys';
export * from './recorded';
export * from './settled';
export * from './ticket.fixtures';
export * from './event-log.contract';
export * from './event-log-groups.contract';
export * from './made-up-facts';
export * from './sealing.contract';
export * from './tamper-evidence.contract';
export * from './transfer.contract';
export * from './read-store.contract';
export * from './made-up-rows';
