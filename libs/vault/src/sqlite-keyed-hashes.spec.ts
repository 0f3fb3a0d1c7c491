import { openVault } from './open-vault';
import { testVault, type TestVault } from './testing';

describe('keyed hashes', () => {
  let vault: TestVault;
  beforeEach(() => (vault = testVault()));
  afterEach(() => vault.remove());

  it('are the same for the same workspace and value, in every process and after a restart', async () => {
    const other = openVault({ directory: vault.directory });
    const [here, there] = await Promise.all([
      vault.hashes.ofWorkspace('w1', 'noa@example.com'),
      other.hashes.ofWorkspace('w1', 'noa@example.com'),
    ]);
    expect(here).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(there).toBe(here);
    other.close();
    vault.close();
    const again = openVault({ directory: vault.directory });
    expect(await again.hashes.ofWorkspace('w1', 'noa@example.com')).toBe(here);
    again.close();
  });

  it('differ by workspace, value, purpose and installation', async () => {
    const other = testVault();
    const all = await Promise.all([
      vault.hashes.ofWorkspace('w1', 'noa@example.com'),
      vault.hashes.ofWorkspace('w2', 'noa@example.com'),
      vault.hashes.ofWorkspace('w1', 'ida@example.com'),
      vault.hashes.ofInstallation('sign-in', 'noa@example.com'),
      vault.hashes.ofInstallation('invitation-link', 'noa@example.com'),
      other.hashes.ofWorkspace('w1', 'noa@example.com'),
      other.hashes.ofInstallation('sign-in', 'noa@example.com'),
    ]);
    expect(new Set(all).size).toBe(all.length);
    other.remove();
  });
});
