/** Bodies of requests as classes that the server checks. Browser code imports them as types only. */
export * from './are-creator-rows';
export * from './bulk-requests';
export * from './import-requests';
export * from './choose-accounts-request';
export * from './connection-request';
export * from './invitation-requests';
export * from './is-email-address';
export * from './operator-requests';
export * from './signed-request-form';
export * from './workspace-requests';
export * from './is-message';
export * from './message-requests';
