import { projection } from '@linkage/event-sourcing';
import type { PlatformId } from '@linkage/published-facts';
import { ATTEMPT_LIFE_MS } from './attempt';
import type { AttemptProgress } from './attempt.events';

/** An attempt whose creator is still away. */
export interface OpenAttempt {
  readonly attemptId: string;
  readonly workspaceId: string;
  readonly invitationId: string;
  readonly platform: PlatformId;
  /** From when its life is counted, ISO UTC. */
  readonly startedAt: string;
  /** The creator is back, and is asked which accounts are meant. */
  readonly choosing: boolean;
  /** How many accounts these are. */
  readonly offered: number;
}

/** Only what is open has a row, so that looking for the overdue ones stays cheap. */
export const openAttempts = projection<OpenAttempt, AttemptProgress>({
  name: 'open-attempts',
  version: 3,
  streams: ['attempt-'],
  on: [
    'AuthorizationStarted',
    'AuthorizationChoiceOffered',
    'AuthorizationSucceeded',
    'AuthorizationFailed',
    'AuthorizationAbandoned',
  ],
  fields: { startedAt: 'text', invitationId: 'text' },
  indexes: [['startedAt'], ['invitationId']],
  key: (fact) => fact.data.attemptId,
  project: (row, fact) => {
    if (fact.type === 'AuthorizationStarted') {
      const { attemptId, invitationId, platform } = fact.data;
      return {
        attemptId,
        workspaceId: fact.workspaceId,
        invitationId,
        platform,
        startedAt: fact.at,
        choosing: false,
        offered: 0,
      };
    }
    if (fact.type !== 'AuthorizationChoiceOffered') return undefined;
    const { attemptId, invitationId, platform, offered, until } = fact.data;
    // A choice has a longer life than a log-in: as if the attempt had begun so much later.
    const startedAt = new Date(Date.parse(until) - ATTEMPT_LIFE_MS).toISOString();
    return {
      ...row,
      attemptId,
      workspaceId: fact.workspaceId,
      invitationId,
      platform,
      startedAt,
      choosing: true,
      offered,
    };
  },
});
