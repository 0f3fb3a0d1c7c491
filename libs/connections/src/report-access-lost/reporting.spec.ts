import { type RefreshFailed, type RefreshStarted } from '@linkage/published-facts';
import { type TestKernel } from '@linkage/stores/testing';
import { ConnectionsUnderTest, ingrid, invitationOf, freshConnections } from '../connections.harness';
import { accountId, anAccountConnected, anAccountReconnected } from '../social-account/social-account.fixtures';

const ofTheAccount = { accountId, invitationId: invitationOf.misaki, platform: 'instagram' } as const;
const started = (refreshId: string): RefreshStarted => ({
  type: 'RefreshStarted',
  data: { ...ofTheAccount, refreshId, because: 'due' },
});
const failed = (
  refreshId: string,
  outcome: RefreshFailed['data']['outcome'],
  cause: string | null = null,
): RefreshFailed => ({
  type: 'RefreshFailed',
  data: { ...ofTheAccount, refreshId, outcome, cause, retryAt: null },
});

describe('what a failed refresh means for the connection', () => {
  let kernel: TestKernel;
  let under: ConnectionsUnderTest;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ kernel, under, close } = await freshConnections());
    await under.invite(invitationOf.misaki);
    await under.record('account-x', anAccountConnected());
    await kernel.settled();
  });
  afterEach(() => close());

  const refresh = async (...facts: (RefreshStarted | RefreshFailed)[]): Promise<void> => {
    kernel.clock.advance(1_000);
    await under.record(`refresh-${accountId}`, ...facts);
    await kernel.settled();
  };
  const lost = async () =>
    (await under.inLog('account-'))
      .filter(({ type }) => type === 'SocialAccountAccessLost')
      .map(({ data }) => data['cause']);

  it('the access is gone: lost, once per break, caused by that refresh', async () => {
    await refresh(started('r1'), failed('r1', 'needs-reauthorization', 'password-changed'));
    await refresh(started('r2'), failed('r2', 'needs-reauthorization', 'no-longer-valid'));
    expect(await lost()).toEqual(['password-changed']);
    const [, why] = await under.inLog('refresh-');
    expect((await under.inLog('account-')).at(-1)?.meta.cau).toBe(why?.id);
    const { items } = (await under.ask('GET', '/api/accounts', { as: ingrid })).body;
    expect(items).toEqual([
      expect.objectContaining({
        accountId,
        health: {
          state: 'action-needed',
          cause: 'password-changed',
          since: kernel.clock.now().toISOString().replace(/:02\./, ':01.'),
        },
      }),
    ]);
  });

  it('the account is gone', async () => {
    await refresh(started('r1'), failed('r1', 'gone'));
    expect(await lost()).toEqual(['account-gone']);
  });

  it.each(['permission-missing', 'rate-limited', 'platform-down', 'unexpected'] as const)(
    '%s breaks nothing',
    async (outcome) => {
      await refresh(started('r1'), failed('r1', outcome, 'password-changed'));
      expect(await lost()).toEqual([]);
    },
  );

  it('a new break after a reconnection is told again', async () => {
    await refresh(started('r1'), failed('r1', 'needs-reauthorization', 'expired'));
    await under.record('account-x', anAccountReconnected());
    await refresh(started('r2'), failed('r2', 'needs-reauthorization', 'permission-revoked'));
    expect(await lost()).toEqual(['expired', 'permission-revoked']);
  });

  it('what a refresh of the old access says, after the account was connected again, breaks nothing', async () => {
    await refresh(started('r1'));
    kernel.clock.advance(1_000);
    await under.record('account-x', anAccountReconnected());
    await refresh(failed('r1', 'needs-reauthorization', 'no-longer-valid'));
    expect(await lost()).toEqual([]);
  });
});
