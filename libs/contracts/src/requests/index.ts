/** Bodies of requests as classes that the server checks. Browser code imports them as types only. */
export * from './invitation-requests';
export * from './is-email-address';
export * from './operator-requests';
export * from './workspace-requests';
