export * from './written-message';
export * from './parse-message';
export * from './message-faults';
