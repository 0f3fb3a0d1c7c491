import { type TestKernel } from '@linkage/stores/testing';
import { anAttemptAbandoned, anAttemptStarted } from '../attempt/attempt.fixtures';
import { ConnectionsUnderTest, ingrid, invitationOf, freshConnections } from '../connections.harness';
import { accountId, anAccountConnected, anAccountReconnected } from '../social-account/social-account.fixtures';

describe('an attempt whose process died after the account was connected and before it was said how the attempt ended', () => {
  let kernel: TestKernel;
  let under: ConnectionsUnderTest;
  let close: () => Promise<void>;
  const { attemptId } = anAttemptStarted().data;
  const granted = ['basic', 'insights'];

  beforeEach(async () => {
    ({ kernel, under, close } = await freshConnections());
    await under.invite(invitationOf.misaki);
    await under.record(`attempt-${attemptId}`, anAttemptStarted());
    await kernel.settled();
  });
  afterEach(() => close());

  const outcomes = async () => (await under.inLog('attempt-')).slice(1);

  it('has succeeded, because of that account', async () => {
    await under.record('account-x', anAccountConnected({ attemptId, granted }));
    await kernel.settled();
    const [cause] = await under.inLog('account-');
    expect(await outcomes()).toEqual([
      expect.objectContaining({
        type: 'AuthorizationSucceeded',
        meta: expect.objectContaining({ cau: cause?.id, actor: { kind: 'system', id: 'connections' } }),
        data: { attemptId, invitationId: invitationOf.misaki, platform: 'instagram', accountId, reconnected: false },
      }),
    ]);
    expect((await under.ask('GET', '/api/attempts?result=all', { as: ingrid })).body.items).toEqual([
      expect.objectContaining({ result: 'succeeded' }),
    ]);
  });

  it('says what was left unticked, and that it was a reconnection', async () => {
    await under.record('account-x', anAccountReconnected({ attemptId, granted: ['basic'] }));
    await kernel.settled();
    expect((await outcomes()).map(({ data }) => data)).toEqual([
      expect.objectContaining({ reconnected: true, missing: ['insights'] }),
    ]);
  });

  it('has succeeded, too, when it was taken for abandoned', async () => {
    await under.record(`attempt-${attemptId}`, anAttemptAbandoned());
    await under.record('account-x', anAccountConnected({ attemptId }));
    await kernel.settled();
    expect((await outcomes()).map(({ type }) => type)).toEqual(['AuthorizationAbandoned', 'AuthorizationSucceeded']);
  });

  it('is left alone when its outcome is known, or when an older fact does not say which attempt it was', async () => {
    await under.record('account-x', anAccountConnected());
    await kernel.settled();
    expect(await outcomes()).toEqual([]);
    await under.record('account-y', anAccountConnected({ attemptId }), anAccountReconnected({ attemptId }));
    await kernel.settled();
    expect(await outcomes()).toHaveLength(1);
  });
});
