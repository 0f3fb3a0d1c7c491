import { recorded } from '@linkage/event-sourcing/testing';
import { anAttemptAbandoned, anAttemptFailed, anAttemptStarted, anAttemptSucceeded } from '../attempt/attempt.fixtures';

import { abandonedAttempts } from './abandoned-attempts';
import { openAttempts } from './open-attempts.projection';

const workspaceId = 'workspace-1';

const now = new Date('2026-11-23T12:00:00.000Z');
const startedAt = (iso: string) => ({ attemptId: iso, workspaceId, startedAt: iso });

describe('abandoned attempts', () => {
  it('are those from which nobody came back within half an hour and a minute', () => {
    const rows = [
      '2026-11-22T12:00:00.000Z',
      '2026-11-23T11:28:59.999Z',
      '2026-11-23T11:29:00.000Z',
      '2026-11-23T11:59:00.000Z',
    ].map(startedAt);
    expect(abandonedAttempts(rows, now)).toEqual(rows.slice(0, 2));
  });

  it('open-attempts: a row while it is open, none afterwards', () => {
    const row = openAttempts.project(undefined, recorded(anAttemptStarted()), 'k');
    expect(row).toEqual({
      attemptId: anAttemptStarted().data.attemptId,
      workspaceId,
      startedAt: '2026-01-15T09:00:00.000Z',
    });
    for (const end of [anAttemptSucceeded(), anAttemptFailed(), anAttemptAbandoned()])
      expect(openAttempts.project(row, recorded(end), 'k')).toBeUndefined();
  });
});
