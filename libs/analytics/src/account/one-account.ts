import type { ProjectionSubject } from '@linkage/event-sourcing';

/**
 * All that is said of one account. The name of its connection's stream cannot be worked out from its id; those streams
 * are short.
 */
export const oneAccount: ProjectionSubject = {
  field: 'accountId',
  of: (key) => key.split(':', 1)[0] ?? key,
  streams: (accountId) => ['account-', `refresh-${accountId}`, `figures-${accountId}`],
};
