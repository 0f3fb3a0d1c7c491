import { type CommandHandling, LogUnavailable } from '@linkage/event-sourcing';
import { PlatformRegistry, type AccessGrant } from '@linkage/platforms';
import { connectionFacts, workspaceFacts } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { granted, identity, invitationId } from './social-account.fixtures';
import { AccountLimit } from './account-limit.service';
import { accountSeats } from './account-seats.projection';
import { connectablePlans } from './connectable-plans.projection';
import { LoginAccounts } from './login-accounts.service';
import { Revocation } from './revocation.service';
import { AccountConnection } from './account-connection.service';

/** A log that cannot be written at the moment. */
const noLog = {
  handle: () => Promise.reject(new LogUnavailable('disk full', true)),
} as Pick<CommandHandling, 'handle'> as CommandHandling;

const consented = {
  attemptId: 't1',
  invitationId,
  platform: 'instagram',
  identity,
  granted,
  creatorName: 'Misaki',
  creatorEmail: 'misaki@hinata.example',
} as const;
const context = {
  workspaceId: 'w1',
  actor: { kind: 'creator', id: invitationId },
  correlationId: 'c',
  causationId: null,
} as const;
const grant = (accessToken: string): AccessGrant => ({
  accessToken,
  accessExpiresAt: null,
  refreshToken: `${accessToken}-r`,
  refreshExpiresAt: null,
  issuedAt: '2026-01-15T09:00:00.000Z',
  granted,
});

describe('grant and fact of an account', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  beforeEach(() => {
    kernel = testKernel({ facts: [connectionFacts, workspaceFacts], projections: [accountSeats, connectablePlans] });
    vault = testVault();
  });
  afterEach(async () => {
    await kernel.close();
    vault.remove();
  });

  const connection = (commands: CommandHandling = kernel.commands) =>
    new AccountConnection(
      vault.hashes,
      vault.locks,
      vault.grants,
      kernel.log,
      commands,
      new AccountLimit(vault.locks, kernel.log, kernel.readModels),
      new LoginAccounts(vault.secrets, kernel.clock),
      new Revocation(new PlatformRegistry([])),
    );

  it('there is never a fact without its grant', async () => {
    const put = jest.spyOn(vault.grants, 'put');
    const handle = jest.spyOn(kernel.commands, 'handle');
    const { accountId } = await connection().connect(consented, grant('a1'), context);
    expect(put.mock.invocationCallOrder[0]).toBeLessThan(handle.mock.invocationCallOrder[0] ?? 0);
    expect(await vault.grants.get(accountId)).toEqual(grant('a1'));
  });

  it('a grant whose fact could not be recorded is not kept', async () => {
    const put = jest.spyOn(vault.grants, 'put');
    await expect(connection(noLog).connect(consented, grant('a1'), context)).rejects.toThrow(LogUnavailable);
    expect(await vault.grants.get(String(put.mock.calls[0]?.[0]))).toBeUndefined();
  });

  it('nor does it take the place of the one that was there', async () => {
    const { accountId } = await connection().connect(consented, grant('a1'), context);
    await expect(connection(noLog).connect(consented, grant('a2'), context)).rejects.toThrow(LogUnavailable);
    expect(await vault.grants.get(accountId)).toEqual(grant('a1'));
  });

  it('the grant of an account that belongs to another invitation is not touched at all', async () => {
    await connection().connect(consented, grant('a1'), context);
    const put = jest.spyOn(vault.grants, 'put');
    await expect(
      connection().connect({ ...consented, invitationId: 'i2' }, grant('a2'), context),
    ).rejects.toMatchObject({ details: { reason: 'account-linked-elsewhere' } });
    expect(put).not.toHaveBeenCalled();
  });

  it('a new grant without a refresh token keeps the stored one', async () => {
    const { accountId } = await connection().connect(consented, grant('a1'), context);
    await connection().connect(consented, { ...grant('a2'), refreshToken: null }, context);
    expect(await vault.grants.get(accountId)).toMatchObject({ accessToken: 'a2', refreshToken: 'a1-r' });
  });

  it('the same account in another workspace is another account', async () => {
    const here = await connection().connect(consented, grant('a1'), context);
    const there = await connection().connect({ ...consented, invitationId: 'i2' }, grant('a2'), {
      ...context,
      workspaceId: 'w2',
    });
    expect(there.accountId).not.toBe(here.accountId);
    expect(there.reconnected).toBe(false);
  });
});
