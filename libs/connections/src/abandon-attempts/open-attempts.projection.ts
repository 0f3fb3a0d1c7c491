import { projection } from '@linkage/event-sourcing';
import type { AttemptFact } from '../attempt/attempt.events';

/** An attempt whose creator is still away. */
export interface OpenAttempt {
  readonly attemptId: string;
  readonly workspaceId: string;
  readonly startedAt: string;
}

/** Only what is open has a row, so that looking for the overdue ones stays cheap. */
export const openAttempts = projection<OpenAttempt, AttemptFact>({
  name: 'open-attempts',
  version: 1,
  streams: ['attempt-'],
  on: ['AuthorizationStarted', 'AuthorizationSucceeded', 'AuthorizationFailed', 'AuthorizationAbandoned'],
  fields: { startedAt: 'text' },
  indexes: [['startedAt']],
  key: (fact) => fact.data.attemptId,
  project: (_row, fact) =>
    fact.type === 'AuthorizationStarted'
      ? { attemptId: fact.data.attemptId, workspaceId: fact.workspaceId, startedAt: fact.at }
      : undefined,
});
