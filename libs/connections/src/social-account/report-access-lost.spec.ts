import { fold } from '@linkage/event-sourcing';
import { socialAccount } from './social-account';
import type { SocialAccountFact } from './social-account.events';
import {
  anAccessLost,
  anAccountConnected,
  anAccountDisconnected,
  anAccountReconnected,
} from './social-account.fixtures';
import { causeOf, reportAccessLost } from './report-access-lost';

const whenReported = (...given: SocialAccountFact[]) =>
  reportAccessLost('password-changed', fold(socialAccount, given));

describe('what breaks a connection', () => {
  it.each(['permission-missing', 'rate-limited', 'platform-down', 'unexpected'] as const)('never %s', (outcome) => {
    expect(causeOf({ outcome, cause: 'password-changed' })).toBeNull();
  });

  it.each(['password-changed', 'permission-revoked', 'expired', 'no-longer-valid', 'account-gone'] as const)(
    'a re-authorise-class answer: %s',
    (cause) => {
      expect(causeOf({ outcome: 'needs-reauthorization', cause })).toBe(cause);
    },
  );

  it('a cause that it does not know is told as no longer valid', () => {
    expect(causeOf({ outcome: 'needs-reauthorization', cause: null })).toBe('no-longer-valid');
    expect(causeOf({ outcome: 'needs-reauthorization', cause: 'toString' })).toBe('no-longer-valid');
  });

  it('an account that is gone', () => {
    expect(causeOf({ outcome: 'gone', cause: null })).toBe('account-gone');
    expect(causeOf({ outcome: 'gone', cause: null, nextDueAt: null })).toBe('account-gone');
    expect(causeOf({ outcome: 'gone', cause: null, nextDueAt: '2026-01-15T09:05:00.000Z' })).toBeNull();
  });
});

describe('report that access is lost', () => {
  it.each([
    ['a working account', [anAccountConnected()]],
    [
      'one connected again after a break',
      [anAccountConnected(), anAccessLost({ cause: 'expired' }), anAccountReconnected()],
    ],
  ])('given %s: lost', (_what, given) => {
    expect(whenReported(...given)).toEqual([anAccessLost()]);
  });

  it.each([
    ['one that is lost already', [anAccountConnected(), anAccessLost({ cause: 'expired' })]],
    ['one that the creator disconnected', [anAccountConnected(), anAccountDisconnected()]],
    ['nothing', []],
  ])('given %s: nothing to add', (_what, given) => {
    expect(whenReported(...given)).toEqual([]);
  });
});
