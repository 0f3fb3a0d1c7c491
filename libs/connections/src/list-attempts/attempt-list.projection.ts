import type { AttemptResult, FailureReason, PlatformId } from '@linkage/contracts';
import { ERASED, projection } from '@linkage/event-sourcing';
import { platforms } from '@linkage/platform-guide';
import { abandonedAt, type Step } from '../attempt/attempt';
import type { AttemptProgress } from '../attempt/attempt.events';
import { asFailureReason } from '../attempt/failure-reason';

/** One row of Failed Connections; every attempt keeps its own. */
export interface AttemptRow {
  readonly attemptId: string;
  readonly workspaceId: string;
  readonly invitationId: string;
  readonly creatorName: string;
  readonly creatorEmail: string;
  readonly platform: PlatformId;
  readonly startedAt: string;
  readonly result: AttemptResult;
  readonly step: Step;
  /** The creator has signed in, and has yet to say which account is meant. */
  readonly choosing: boolean;
  readonly reason: FailureReason | null;
  /** Permissions left unticked, by the platform's names. */
  readonly missing: readonly string[];
  readonly report: string | null;
  readonly otherAccount: string | null;
  readonly otherInvitationId: string | null;
  readonly otherEnded: boolean;
  /** Words of the platform and of the reason, for search. */
  readonly about: string;
}

const about = (platform: PlatformId, reason: FailureReason | null): string =>
  [platforms[platform].name, ...(reason?.split('-') ?? [])].join(' ');

export const attemptList = projection<AttemptRow, AttemptProgress>({
  name: 'attempt-list',
  version: 5,
  streams: ['attempt-'],
  on: [
    'AuthorizationStarted',
    'AuthorizationChoiceOffered',
    'AuthorizationSucceeded',
    'AuthorizationFailed',
    'AuthorizationAbandoned',
  ],
  fields: { workspaceId: 'text', result: 'text', startedAt: 'text' },
  indexes: [
    ['workspaceId', 'startedAt'],
    ['workspaceId', 'result', 'startedAt'],
  ],
  search: ['creatorName', 'creatorEmail', 'about'],
  searchParts: true,
  counts: [['workspaceId'], ['workspaceId', 'result']],
  key: (fact) => fact.data.attemptId,
  project: (row, fact) => {
    if (fact.type === 'AuthorizationStarted') {
      const { attemptId, invitationId, platform, creatorName, creatorEmail } = fact.data;
      // Attempts of an erased person leave the list.
      if (creatorName === ERASED) return undefined;
      return {
        attemptId,
        workspaceId: fact.workspaceId,
        invitationId,
        creatorName,
        creatorEmail,
        platform,
        startedAt: fact.at,
        result: 'started',
        step: 2,
        choosing: false,
        reason: null,
        missing: [],
        report: null,
        otherAccount: null,
        otherInvitationId: null,
        otherEnded: false,
        about: about(platform, null),
      };
    }
    if (row === undefined) return undefined;
    switch (fact.type) {
      case 'AuthorizationChoiceOffered':
        return { ...row, step: 4, choosing: true };
      case 'AuthorizationSucceeded':
        return {
          ...row,
          result: 'succeeded',
          choosing: false,
          step: 4,
          reason: null,
          missing: fact.data.missing ?? [],
          about: about(row.platform, null),
        };
      case 'AuthorizationFailed': {
        const { step, missing = [], report = null, otherAccount = null, otherInvitationId = null } = fact.data;
        const { otherEnded = false } = fact.data;
        const reason = asFailureReason(fact.data.reason);
        return {
          ...row,
          result: 'failed',
          choosing: false,
          step,
          reason,
          missing,
          report,
          otherAccount,
          otherInvitationId,
          otherEnded,
          about: about(row.platform, reason),
        };
      }
      case 'AuthorizationAbandoned':
        return {
          ...row,
          result: 'abandoned',
          choosing: false,
          step: fact.data.step,
          reason: abandonedAt(fact.data.step),
          about: about(row.platform, abandonedAt(fact.data.step)),
        };
    }
  },
});
