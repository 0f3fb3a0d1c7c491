import { STAGING } from '@linkage/contracts';
import { connectionFacts, workspaceFacts, type SocialAccountFact } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { ingrid, invitationsUnderTest, ScriptedMailServer, type InvitationsUnderTest } from '../invitations.harness';

const { workspaceId } = ingrid;
const DAY_MS = 86_400_000;

describe('staging access', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let under: InvitationsUnderTest;
  beforeEach(async () => {
    kernel = testKernel({ facts: [workspaceFacts, connectionFacts] });
    vault = testVault();
    under = await invitationsUnderTest(kernel, vault, new ScriptedMailServer(), null);
    await record(`workspace-${workspaceId}`, { type: 'WorkspaceRegistered', data: { workspaceId, name: 'Nordlys' } });
  });
  afterEach(async () => {
    await under.close();
    await kernel.close();
    vault.remove();
  });

  const record = (stream: string, fact: { type: string; data: object }) =>
    kernel.log.append({
      stream,
      facts: [fact],
      expected: 'any',
      context: { workspaceId, actor: { kind: 'system', id: 'spec' }, correlationId: 'c', causationId: null },
    });
  const account = (index: number, type: SocialAccountFact['type'] = 'SocialAccountConnected') =>
    record(`account-${index}`, { type, data: { accountId: `a${index}`, invitationId: `i${index}` } });
  const connect = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) await account(index);
    await kernel.settled();
  };
  const invite = (email = 'zoe@example.com', headers?: Record<string, string>) =>
    under.ask('POST', '/invitations', { body: { name: 'Zoë', email }, ...(headers && { headers }) });
  const plan = async () => (await under.ask('GET', '/plan')).body;

  it('says what is used of it', async () => {
    await connect(3);
    await account(1, 'SocialAccountReconnected');
    await account(2, 'SocialAccountDisconnected');
    await kernel.settled();
    expect(await plan()).toEqual({
      plan: 'staging',
      accounts: { used: 2, limit: 25 },
      stagingEndsAt: new Date(kernel.clock.now().getTime() + STAGING.days * DAY_MS).toISOString(),
      daysLeft: 30,
      salesUrl: null,
    });
  });

  it('takes no file of creators at 25, before anything is sent (R32)', async () => {
    await connect(25);
    const path = '/invitations/imports/01936000-0000-4000-8000-000000000042';
    const rows = [{ line: 2, name: 'Zoë', email: 'zoe@example.com' }];
    expect((await under.ask('PUT', `${path}/parts/0`, { body: { rows } })).status).toBe(204);
    const { status, body } = await under.ask('POST', `${path}/start`, { body: { fileName: 'a.csv', parts: 1 } });
    expect([status, body.code]).toEqual([422, 'staging-limit-reached']);
    await kernel.settled();
    expect((await under.ask('GET', '/invitations')).body.counts.all).toBe(0);
  });

  it('lets new creators be invited up to 24 accounts, and none at 25', async () => {
    await connect(24);
    expect((await invite()).status).toBe(201);
    await connect(25);
    const { status, body } = await invite('noa@example.com');
    expect([status, body.code]).toEqual([422, 'staging-limit-reached']);
    expect(body.detail).toContain('Contact sales');
  });

  it('goes on sending to creators who were invited before', async () => {
    const { body } = await invite();
    await connect(25);
    kernel.clock.advance(60_000);
    expect((await under.ask('POST', `/invitations/${body.invitationId}/resend`)).status).toBeLessThan(300);
  });

  it('answers a repeated request as before', async () => {
    const key = { 'idempotency-key': 'the-same-key-again' };
    const { body } = await invite('zoe@example.com', key);
    await connect(25);
    expect((await invite('zoe@example.com', key)).body).toMatchObject({ invitationId: body.invitationId });
  });

  it('ends after 30 days', async () => {
    kernel.clock.advance(30 * DAY_MS - 1);
    expect((await plan()).daysLeft).toBe(1);
    expect((await invite()).status).toBe(201);
    kernel.clock.advance(1);
    expect((await plan()).daysLeft).toBe(0);
    const { status, body } = await invite('noa@example.com');
    expect([status, body.code]).toEqual([422, 'staging-expired']);
  });

  it('is prolonged', async () => {
    const until = new Date(kernel.clock.now().getTime() + 60 * DAY_MS).toISOString();
    await record(`workspace-${workspaceId}`, { type: 'StagingProlonged', data: { workspaceId, until } });
    kernel.clock.advance(59 * DAY_MS);
    await kernel.settled();
    expect(await plan()).toMatchObject({ stagingEndsAt: until, daysLeft: 1 });
  });

  it('is lifted by production access, at once', async () => {
    await connect(25);
    kernel.clock.advance(60 * DAY_MS);
    await record(`workspace-${workspaceId}`, { type: 'ProductionGranted', data: { workspaceId } });
    await kernel.settled();
    expect(await plan()).toEqual({
      plan: 'production',
      accounts: { used: 25, limit: null },
      stagingEndsAt: null,
      daysLeft: null,
      salesUrl: null,
    });
    expect((await invite()).status).toBe(201);
  });
});
