import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@linkage/sqlite';
import { openVault, type Vault } from '../open-vault';
import { VAULT_FILE } from '../vault-file';

export interface TestVault extends Vault {
  readonly directory: string;
  /**
   * Gives all leases to another holder, as happens while this machine sleeps. The holder notices at its next heartbeat.
   */
  loseLeases(): void;
  /** Closes the vault and removes its folder. */
  remove(): void;
}

/** A real vault in a folder of its own, for specs. Call `remove()` afterwards. */
export function testVault(options: { masterKey?: string; leaseMs?: number; checkEveryMs?: number } = {}): TestVault {
  const directory = mkdtempSync(join(tmpdir(), 'linkage-vault-'));
  const vault = openVault({ directory, ...options });
  return {
    ...vault,
    directory,
    loseLeases: () => {
      const file = connect(join(directory, VAULT_FILE), { patienceMs: 0 });
      file.exec("UPDATE lease SET holder = 'another'");
      file.close();
    },
    remove: () => {
      vault.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
