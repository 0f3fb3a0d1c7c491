import { platformFailure } from './platform-failure';

describe('platform trouble while connecting', () => {
  it.each([
    [{ outcome: 'platform-down' }, { reason: 'platform-down', step: 3 }],
    [{ outcome: 'rate-limited' }, { reason: 'platform-busy', step: 3 }],
    [{ outcome: 'needs-reauthorization' }, { reason: 'platform-refused', step: 3 }],
    [{ outcome: 'refresh-token' }, { reason: 'platform-refused', step: 3 }],
    [{ outcome: 'gone' }, { reason: 'platform-refused', step: 3 }],
    [{ outcome: 'account-locked' }, { reason: 'account-locked', step: 3 }],
    [{ outcome: 'app-out-of-credits' }, { reason: 'app-refused', step: 3 }],
    [{ outcome: 'app-over-cap' }, { reason: 'app-refused', step: 3 }],
    [{ outcome: 'app-not-enrolled' }, { reason: 'app-refused', step: 3 }],
    [
      { outcome: 'permission-missing', permission: 'basic' },
      { reason: 'permission-unticked', step: 3, missing: ['basic'] },
    ],
    [
      { outcome: 'not-eligible', reason: 'not-professional-account' },
      { reason: 'not-professional-account', step: 3 },
    ],
    [
      { outcome: 'not-eligible', reason: 'no-channel' },
      { reason: 'no-channel', step: 3 },
    ],
    [
      { outcome: 'unexpected', reportId: 'r1' },
      { reason: 'unexpected', step: 3, report: 'r1' },
    ],
  ] as const)('%j is told as %j', (trouble, failure) => {
    expect(platformFailure(trouble, 3)).toEqual(failure);
  });
});
