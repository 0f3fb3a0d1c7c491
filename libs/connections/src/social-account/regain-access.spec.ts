import { givenFor } from '@linkage/event-sourcing/testing';
import { regainAccess } from './regain-access';
import { socialAccount } from './social-account';
import {
  anAccessLost,
  anAccessRegained,
  anAccountConnected,
  anAccountDisconnected,
  anAccountReconnected,
} from './social-account.fixtures';
import { reportAccessLost } from './report-access-lost';

const given = givenFor(socialAccount);

describe('regain access', () => {
  it('given an account that lost it: it works again, and can lose it again', () => {
    given(anAccountConnected(), anAccessLost()).when(regainAccess).then(anAccessRegained());
    given(anAccountConnected(), anAccessLost(), anAccessRegained())
      .when((state) => reportAccessLost('expired', state))
      .then(anAccessLost({ cause: 'expired' }));
    given(anAccountConnected(), anAccessLost(), anAccessRegained(), anAccessLost())
      .when(regainAccess)
      .then(anAccessRegained());
  });

  it.each([
    ['one that works', [anAccountConnected()]],
    ['one that has regained it', [anAccountConnected(), anAccessLost(), anAccessRegained()]],
    ['one that was connected again', [anAccountConnected(), anAccessLost(), anAccountReconnected()]],
    ['one that was disconnected', [anAccountConnected(), anAccessLost(), anAccountDisconnected()]],
    ['nothing', []],
  ])('given %s: nothing', (_what, facts) => {
    given(...facts)
      .when(regainAccess)
      .thenNothing();
  });
});
