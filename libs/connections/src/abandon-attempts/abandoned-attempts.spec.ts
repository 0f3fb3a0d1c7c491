import { recorded } from '@linkage/event-sourcing/testing';
import {
  aChoiceOffered,
  anAttemptAbandoned,
  anAttemptFailed,
  anAttemptStarted,
  anAttemptSucceeded,
} from '../attempt/attempt.fixtures';

import { abandonedAttempts } from './abandoned-attempts';
import { openAttempts } from '../attempt/open-attempts.projection';

const workspaceId = 'workspace-1';

const now = new Date('2026-11-23T12:00:00.000Z');
const startedAt = (iso: string) => ({
  attemptId: iso,
  workspaceId,
  invitationId: 'invitation-1',
  platform: 'instagram' as const,
  startedAt: iso,
  choosing: false,
  offered: 0,
});

describe('abandoned attempts', () => {
  it('are those without a return within half an hour and a minute', () => {
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
      invitationId: anAttemptStarted().data.invitationId,
      platform: 'instagram',
      startedAt: '2026-01-15T09:00:00.000Z',
      choosing: false,
      offered: 0,
    });
    const until = '2026-01-16T09:10:00.000Z';
    expect(openAttempts.project(row, recorded(aChoiceOffered({ until })), 'k')).toMatchObject({
      startedAt: '2026-01-16T08:40:00.000Z',
      choosing: true,
      offered: aChoiceOffered().data.offered,
    });
    for (const end of [anAttemptSucceeded(), anAttemptFailed(), anAttemptAbandoned()])
      expect(openAttempts.project(row, recorded(end), 'k')).toBeUndefined();
  });
});
