/**
 * The facts that cross a context's border: what Workspaces, Invitations, Connections and Ingestion say to each other
 * and to Analytics. Types and catalogs only. A fact, once in the log, is a promise: change a shape only with a version
 * and an upcast.
 */
export * from './platform';
export * from './figures';
export * from './picture-at';
export * from './workspaces';
export * from './preferences';
export * from './saved-views';
export * from './invitations';
export * from './message-templates';
export * from './invitation-imports';
export * from './bulk-actions';
export * from './connections';
export * from './ingestion';
export * from './erasures';
export * from './plan';
