import type { ConsumerOverview } from '@linkage/contracts';
import { consumersTable, lagOf } from './consumers-table';
import { progressLine } from './progress-line';

const list: ConsumerOverview = {
  name: 'invitation-list',
  kind: 'projection',
  version: 3,
  state: 'running',
  position: '1234',
  behind: true,
  lag: { amount: 1_200, unit: 'facts' },
  factsPerSecond: 4.2,
  parked: 0,
  rows: 1_500,
  lastError: null,
  build: null,
};
const mails: ConsumerOverview = {
  ...list,
  name: 'email-invitation',
  kind: 'reactor',
  version: null,
  position: null,
  behind: false,
  rows: null,
};
const build = {
  state: 'building' as const,
  share: 0.427,
  facts: 427,
  factsPerSecond: 100,
  secondsLeft: 6,
  error: null,
};

describe('the table of read models and reactions', () => {
  it('has a line for each', () => {
    expect(consumersTable([list, mails])).toEqual([
      'NAME              KIND        VERSION  STATE    POSITION  BEHIND  FACTS/S  PARKED  ROWS',
      'invitation-list   projection  3        running  1234      1,200   4.2      0       1,500',
      'email-invitation  reactor     -        running  -         -       4.2      0       -',
    ]);
  });

  it('has what went wrong, and at which fact, below', () => {
    const fact = { id: 'f1', type: 'InvitationIssued', stream: 'invitation-1', position: '7' };
    const failed = {
      ...build,
      state: 'failed' as const,
      error: { message: 'The thread ended.', at: '2026-01-15T10:00:00.000Z', fact: null },
    };
    expect(
      consumersTable([
        {
          ...list,
          state: 'stopped',
          lastError: { message: 'No name.', at: '2026-01-15T09:00:00.000Z', fact },
          build: failed,
        },
      ]).slice(2),
    ).toEqual([
      '  last error: No name. At InvitationIssued f1, stream invitation-1, position 7. (2026-01-15T09:00:00.000Z)',
      '  last rebuild failed: The thread ended. (2026-01-15T10:00:00.000Z)',
    ]);
  });

  it('says how far behind in what the log counts', () => {
    expect([
      lagOf(list),
      lagOf(mails),
      lagOf({ behind: true, lag: { amount: 2_049, unit: 'bytes' } }),
      lagOf({ behind: true, lag: null }),
    ]).toEqual(['1,200', '-', '3 KiB', 'yes']);
  });

  it('says what is being rebuilt', () => {
    expect(consumersTable([{ ...list, build }])[1]).toContain('running, rebuilding 42 %');
    expect(
      progressLine([
        { ...list, build },
        { ...list, build: { ...build, state: 'waiting' } },
      ]),
    ).toBe('invitation-list: 42 %, 427 facts, 100 per second, about 6 s left, 1 more waits');
    expect(progressLine([list])).toBe('');
  });
});
