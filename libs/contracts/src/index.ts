/**
 * What browsers and the API say to each other: response shapes, problem codes, names of headers, shared rules. Plain data that runs anywhere;
 * the request classes, which need class-validator, are in `@linkage/contracts/requests`.
 */
export * from './paging';
export * from './problems';
export * from './email';
export * from './names';
export * from './platforms';
export * from './workspaces';
export * from './invitations';
export * from './connections';
export * from './analytics';
export * from './history';
export * from './days';
export * from './live';
export * from './operator';
