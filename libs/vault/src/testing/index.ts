import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVault, type Vault } from '../open-vault';

export interface TestVault extends Vault {
  readonly directory: string;
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
    remove: () => {
      vault.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
