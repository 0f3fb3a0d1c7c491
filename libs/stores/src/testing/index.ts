/** For specs only: the kernel on real stores in a temporary folder. */
export * from './temporary-folder';
export * from './test-kernel';
export * from './part-of-log';
export * from './eventstoredb-process';
export { TcpProxy } from '../eventstoredb/testing/tcp-proxy';
