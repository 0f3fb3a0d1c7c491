import { eventually } from '@linkage/event-sourcing/testing';
import { invitationOf } from '../connections.harness';
import { ChoicesUnderTest, hour } from '../choose-accounts/choices.harness';

describe('access that a creator gave and did not use', () => {
  let at: ChoicesUnderTest;
  beforeEach(async () => {
    at = await ChoicesUnderTest.start();
  });
  afterEach(() => at.close());

  const given = async ({ attemptId } = at.started) =>
    (await at.under.inLog(`attempt-${attemptId}`))
      .filter(({ type }) => type === 'AuthorizationGivenBack')
      .map(({ data, meta }) => [data['revoked'], meta.actor.id]);
  const kept = ({ attemptId } = at.started) => at.vault.secrets.get('pending-choice', attemptId, at.kernel.clock.now());

  it.each([
    ['an account was never confirmed', {}],
    ['none of several was chosen', { accounts: ['brot', 'garten', 'rad'] }],
  ])('is taken back by the platform once for its log-in, and forgotten, a day after %s', async (_name, consent) => {
    await at.agree(consent);
    await at.kernel.settled();
    expect(await kept()).toBeDefined();
    await at.dayLater();
    expect(at.instagram.revoked).toHaveLength(1);
    expect(await given()).toEqual([[true, 'connections']]);
    expect(await kept()).toBeUndefined();
    await at.dayLater();
    expect(await given()).toHaveLength(1);
  });

  it('names no account, and holds no token, in the fact', async () => {
    await at.agree({ accounts: ['brot'] });
    await at.dayLater();
    expect(JSON.stringify(await at.under.inLog())).not.toMatch(/brot|access-|refresh-/);
  });

  it('is only forgotten where an account lives on the same log-in', async () => {
    await at.agree({ accounts: ['brot', 'garten'] });
    await at.choose(['id-of-brot']);
    const second = await at.under.start(at.link);
    await at.agree({ accounts: ['brot', 'garten'] }, second);
    await at.dayLater();
    expect(at.instagram.revoked).toEqual([]);
    expect(await given(second)).toEqual([[null, 'connections']]);
    expect(await kept(second)).toBeUndefined();
    expect(await given()).toEqual([]);
  });

  it('is only forgotten while another choice of the same log-in is open, and taken back with the last', async () => {
    await at.agree({ accounts: ['brot'] });
    await at.kernel.settled();
    at.kernel.clock.advance(12 * hour);
    const second = await at.under.start(at.link);
    await at.agree({ accounts: ['garten'] }, second);
    await at.kernel.settled();
    at.kernel.clock.advance(12 * hour + 120_000);
    await at.under.ring();
    await at.kernel.settled();
    expect(at.instagram.revoked).toEqual([]);
    expect(await given()).toEqual([[null, 'connections']]);
    await at.dayLater();
    expect(at.instagram.revoked).toHaveLength(1);
    expect(await given(second)).toEqual([[true, 'connections']]);
  });

  it('a platform that does not answer is asked again; nothing is said before', async () => {
    await at.agree();
    await at.kernel.settled();
    at.instagram.trouble.revoke = { outcome: 'platform-down' };
    at.kernel.clock.advance(24 * hour + 120_000);
    await at.under.ring();
    await eventually(() => at.instagram.trouble.revoke === undefined);
    expect(await given()).toEqual([]);
    expect(await kept()).toBeDefined();
    at.kernel.clock.advance(16 * 60_000);
    await at.kernel.settled();
    expect(await given()).toEqual([[true, 'connections']]);
    expect(await kept()).toBeUndefined();
  });

  it.each([
    ['has no such call', () => (at.instagram.canRevoke = false)],
    ['does not take it back', () => (at.instagram.trouble.revoke = { outcome: 'unexpected', reportId: 'r' })],
  ])('is forgotten, and honestly told, where the platform %s', async (_name, scripted) => {
    scripted();
    await at.agree();
    await at.dayLater();
    expect(await given()).toEqual([[false, 'connections']]);
    expect(at.instagram.revoked).toEqual([]);
    expect(await kept()).toBeUndefined();
  });

  it('is given back at once when the creator means another account', async () => {
    await at.agree();
    await at.begin({ insteadOf: at.started.attemptId });
    expect(await given()).toEqual([[true, invitationOf.misaki]]);
  });

  it('an attempt that never came so far has none', async () => {
    await at.dayLater();
    expect((await at.under.inLog('attempt-')).map(({ type }) => type)).toEqual([
      'AuthorizationStarted',
      'AuthorizationAbandoned',
    ]);
  });
});
