import { ERASED, fold } from '@linkage/event-sourcing';
import { socialAccount } from './social-account';
import type { SocialAccountFact } from './social-account.events';
import {
  accountId,
  anAccessLost,
  anAccountConnected,
  anAccountDisconnected,
  anAccountReconnected,
  granted,
  identity,
  invitationId,
} from './social-account.fixtures';
import { connectAccount, type ConsentedAccount } from './connect-account';

const consented: ConsentedAccount = {
  attemptId: 't1',
  accountId: '01936000-0000-7000-8000-00000000000b',
  invitationId,
  platform: 'instagram',
  identity,
  granted,
  creatorName: '田中 美咲',
  creatorEmail: 'misaki.tanaka@hinata.example',
};
const whenConsented = (given: SocialAccountFact[], asked = consented) =>
  connectAccount(asked, fold(socialAccount, given));

describe('connect an account', () => {
  it('given nothing: connected, with name and e-mail of the creator', () => {
    expect(whenConsented([])).toEqual([anAccountConnected({ accountId: consented.accountId, attemptId: 't1' })]);
  });

  it('given an account whose creator was erased: connected anew, under another id, also for the same person', () => {
    const erased = anAccountConnected({ username: ERASED, displayName: ERASED, platformAccountId: ERASED });
    const asked = { ...consented, invitationId: 'another invitation' };
    for (const given of [[erased], [erased, anAccountDisconnected()]])
      expect(whenConsented(given, asked)).toEqual([
        anAccountConnected({ accountId: consented.accountId, attemptId: 't1', invitationId: 'another invitation' }),
      ]);
  });

  it.each([
    ['lost its access', [anAccountConnected(), anAccessLost()]],
    ['was disconnected', [anAccountConnected(), anAccountDisconnected()]],
    ['still works', [anAccountConnected()]],
    ['was reconnected and lost again', [anAccountConnected(), anAccessLost(), anAccountReconnected(), anAccessLost()]],
  ])('given an account of the same invitation that %s: reconnected in place, under its own id', (_what, given) => {
    expect(whenConsented(given)).toEqual([anAccountReconnected({ accountId, attemptId: 't1' })]);
  });

  it.each([
    ['works', false, [anAccountConnected({ invitationId: 'i2' })]],
    [
      'is disconnected',
      true,
      [anAccountConnected({ invitationId: 'i2' }), anAccountDisconnected({ invitationId: 'i2' })],
    ],
  ])('given an account of another invitation that %s: refused, naming the invitation', (_what, otherEnded, given) => {
    expect(() => whenConsented(given)).toThrow(
      expect.objectContaining({
        kind: 'conflict',
        details: { reason: 'account-linked-elsewhere', otherInvitationId: 'i2', otherEnded },
      }),
    );
  });
});
