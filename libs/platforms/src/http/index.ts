export * from './bounded';
export * from './call-budget';
export * from './platform-client';
export * from './platform-request';
export * from './rate-headers';
export * from './retry-at';
export * from './unexpected-answer';
export * from './verdict';
