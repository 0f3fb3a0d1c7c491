import { fold } from '@linkage/event-sourcing';
import { socialAccount } from './social-account';
import type { SocialAccountFact } from './social-account.events';
import {
  anAccessLost,
  anAccountConnected,
  anAccountDisconnected,
  anAccountReconnected,
} from './social-account.fixtures';
import { disconnectAccount } from './disconnect-account';

const whenDisconnected = (...given: SocialAccountFact[]) => disconnectAccount('creator', fold(socialAccount, given));

describe('disconnect an account', () => {
  it.each([
    ['a working account', [anAccountConnected()]],
    ['one that lost its access', [anAccountConnected(), anAccessLost()]],
    ['one connected again', [anAccountConnected(), anAccountDisconnected(), anAccountReconnected()]],
  ])('given %s: disconnected', (_what, given) => {
    expect(whenDisconnected(...given)).toEqual([anAccountDisconnected()]);
  });

  it('given one that is disconnected: nothing to do', () => {
    expect(whenDisconnected(anAccountConnected(), anAccountDisconnected())).toEqual([]);
  });

  it('given nothing: there is no such account', () => {
    expect(() => whenDisconnected()).toThrow(expect.objectContaining({ kind: 'not-found', code: 'not-found' }));
  });
});
