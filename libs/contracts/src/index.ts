/**
 * What browsers and the API say to each other: response shapes, problem codes, names of headers, shared rules. Plain
 * data that runs anywhere; the request classes, which need class-validator, are in `@linkage/contracts/requests`.
 */
export * from './paging';
export * from './problems';
export * from './email';
export * from './email-advice';
export * from './names';
export * from './message';
export * from './creator-rows';
export * from './platforms';
export * from './plan';
export * from './workspaces';
export * from './preferences';
export * from './saved-views';
export * from './invitations';
export * from './messages';
export * from './invitation-imports';
export * from './bulk-actions';
export * from './exported-columns';
export * from './invitation-progress';
export * from './connections';
export * from './analytics';
export * from './history';
export * from './days';
export * from './demo-data';
export * from './live';
export * from './operator';
export * from './certificate-lines';
