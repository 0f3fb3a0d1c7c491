import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createConnectors,
  sandboxClient,
  sandboxHosts,
  withFreshAccess,
  type AccessGrant,
  type PlatformConnector,
} from '@linkage/platforms';
import { platformIds } from '@linkage/platform-guide';
import { contractCases, grantOf, troubleOfCall } from '@linkage/platforms/testing';
import { openVault, type Vault } from '@linkage/vault';
import { ChildSandbox } from './testing/child-sandbox';

/** Platforms whose refresh tokens work once: a second refresh with the same one ends the access. */
const rotating = ['tiktok', 'twitter'] as const;
/** All whose access is renewed with a refresh token. */
const renewed = platformIds.filter((id) => contractCases[id].expired.outcome === 'refresh-token');

describe('refreshing access', () => {
  let sandbox: ChildSandbox;
  let folder: string;
  /** Two processes that share a folder. */
  let vaults: readonly [Vault, Vault];
  let now: Date;

  beforeAll(async () => {
    sandbox = await ChildSandbox.start();
    folder = mkdtempSync(join(tmpdir(), 'linkage-single-flight-'));
    vaults = [openVault({ directory: folder }), openVault({ directory: folder })];
    now = new Date(Date.now());
  });
  afterAll(async () => {
    for (const vault of vaults) vault.close();
    rmSync(folder, { recursive: true });
    await sandbox.end();
  });

  const connectorOf = (platform: (typeof platformIds)[number]): PlatformConnector =>
    createConnectors(
      { [platform]: { ...sandboxClient, hosts: sandboxHosts(sandbox.url)[platform] } },
      { clock: { now: () => now }, report: () => undefined },
    ).find(platform)!;
  const staleGrantOf = async (platform: (typeof platformIds)[number]): Promise<AccessGrant> => {
    const grant = await grantOf(connectorOf(platform), { person: contractCases[platform].people.ordinary });
    return { ...grant, accessExpiresAt: now.toISOString() };
  };

  it.each(rotating)(
    '%s gives a further refresh token each time, and takes the one before no more',
    async (platform) => {
      const connector = connectorOf(platform);
      const stale = await staleGrantOf(platform);
      expect((await connector.refreshAccess(stale, now))?.refreshToken).not.toBe(stale.refreshToken);
      expect(await troubleOfCall(connector.refreshAccess(stale, now))).toEqual({
        outcome: 'needs-reauthorization',
        cause: 'no-longer-valid',
      });
    },
  );

  it.each(renewed)('%s is asked once for many refreshes at the same time, also by two processes', async (platform) => {
    const accountId = `single-flight-${platform}`;
    await vaults[0].grants.put(accountId, await staleGrantOf(platform));
    const connector = connectorOf(platform);
    const refresh = async (vault: Vault): Promise<string> =>
      withFreshAccess(vault.grants, connector, accountId, now, async (grant) => {
        await connector.identify(grant);
        return grant.accessToken;
      });
    const tokens = await Promise.all([0, 1, 0, 1, 0, 1].map((index) => refresh(vaults[index as 0 | 1])));
    expect(new Set(tokens).size).toBe(1);
    const kept = await vaults[1].grants.get<AccessGrant>(accountId);
    expect(kept?.accessToken).toBe(tokens[0]);
    // What was kept is what works next time.
    const later = { ...kept!, accessExpiresAt: now.toISOString() };
    expect(await connector.refreshAccess(later, now)).not.toBeNull();
  });
});
