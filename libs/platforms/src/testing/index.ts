/** For specs: a platform's host on loopback, grants in memory, and the suite that every connector passes. */
export * from './loopback-host';
export * from './grant-book';
export * from './settled';
export * from './consent-by-hand';
export * from './contract';
export { initOf, type PlatformRequest } from '../http/platform-request';
