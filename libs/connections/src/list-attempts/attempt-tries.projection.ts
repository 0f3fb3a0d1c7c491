import { projection, type Recorded } from '@linkage/event-sourcing';
import type { PlatformId } from '@linkage/published-facts';
import type { AttemptProgress } from '../attempt/attempt.events';
import { attemptList, type AttemptRow } from './attempt-list.projection';

/** How a creator fares on a platform, over all attempts. */
export interface AttemptTries {
  readonly workspaceId: string;
  readonly failed: number;
  /** When an attempt succeeded last, ISO UTC. */
  readonly connectedAt: string | null;
  readonly underWay: readonly AttemptRow[];
  /** The newest attempt that stopped short. */
  readonly stopped: AttemptRow | null;
  /** 1: no attempt has succeeded since that one began. */
  readonly open: 0 | 1;
  // Of the stopped one, to sort and search by.
  readonly startedAt: string;
  readonly creatorName: string;
  readonly creatorEmail: string;
  readonly about: string;
}

/** One row per creator and platform. */
export const triesKey = (of: { readonly invitationId: string; readonly platform: PlatformId }): string =>
  `${of.invitationId}:${of.platform}`;

/**
 * When the creator connected after all, although this attempt stopped short; null: still not, or there is nothing to
 * make good.
 */
export const connectedSince = (
  { result, startedAt }: Pick<AttemptRow, 'result' | 'startedAt'>,
  tries: Pick<AttemptTries, 'connectedAt'> | undefined,
): string | null => {
  const connectedAt = tries?.connectedAt ?? null;
  const stopped = result === 'failed' || result === 'abandoned';
  return stopped && connectedAt !== null && connectedAt > startedAt ? connectedAt : null;
};

const untried = (workspaceId: string): AttemptTries => ({
  workspaceId,
  failed: 0,
  connectedAt: null,
  underWay: [],
  stopped: null,
  open: 0,
  startedAt: '',
  creatorName: '',
  creatorEmail: '',
  about: '',
});

const withStopped = (row: AttemptTries, attempt: AttemptRow): AttemptTries => {
  // An attempt may be given up long after a later one has ended.
  if (row.stopped !== null && row.stopped.startedAt > attempt.startedAt) return row;
  const { startedAt, creatorName, creatorEmail, about } = attempt;
  const open = connectedSince(attempt, row) === null ? 1 : 0;
  return { ...row, stopped: attempt, open, startedAt, creatorName, creatorEmail, about };
};

const after = (row: AttemptTries, fact: Recorded<AttemptProgress>): AttemptTries => {
  const { attemptId } = fact.data;
  const known = [...row.underWay, ...(row.stopped ? [row.stopped] : [])];
  const attempt = attemptList.project(
    known.find((each) => each.attemptId === attemptId),
    fact,
    attemptId,
  );
  const others = row.underWay.filter((each) => each.attemptId !== attemptId);
  switch (fact.type) {
    case 'AuthorizationStarted':
    case 'AuthorizationChoiceOffered':
      return { ...row, underWay: attempt ? [...others, attempt] : others };
    case 'AuthorizationSucceeded':
      return { ...row, underWay: others, connectedAt: fact.at, open: 0 };
    case 'AuthorizationFailed':
    case 'AuthorizationAbandoned': {
      const failed = row.failed + (fact.type === 'AuthorizationFailed' ? 1 : 0);
      const ended = { ...row, failed, underWay: others };
      return attempt ? withStopped(ended, attempt) : ended;
    }
  }
};

/** How often a creator has failed on a platform, and whether it is still so: the open rows of Failed Connections. */
export const attemptTries = projection<AttemptTries, AttemptProgress>({
  name: 'attempt-tries',
  version: 3,
  streams: ['attempt-'],
  on: [
    'AuthorizationStarted',
    'AuthorizationChoiceOffered',
    'AuthorizationSucceeded',
    'AuthorizationFailed',
    'AuthorizationAbandoned',
  ],
  fields: { workspaceId: 'text', open: 'number', startedAt: 'text' },
  indexes: [['workspaceId', 'open', 'startedAt']],
  search: ['creatorName', 'creatorEmail', 'about'],
  searchParts: true,
  counts: [['workspaceId', 'open']],
  key: (fact) => triesKey(fact.data),
  project: (row, fact) => after(row ?? untried(fact.workspaceId), fact),
});
