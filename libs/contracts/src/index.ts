/** What browsers and the API say to each other: paths, request classes, response shapes, problem codes. No Nest, no Angular, no store. */
export * from './paging';
export * from './problems';
export * from './email';
export * from './email-address';
export * from './platforms';
export * from './workspaces';
export * from './invitations';
export * from './connections';
export * from './analytics';
export * from './history';
export * from './days';
export * from './definitions';
export * from './live';
export * from './operator';
