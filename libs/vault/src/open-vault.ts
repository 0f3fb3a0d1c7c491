import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { unusable } from '@linkage/sqlite';
import { EncryptedTable } from './encrypted-table';
import { SqliteGrants } from './sqlite-grants';
import { DerivedInvitationLinks } from './derived-invitation-links';
import { SqliteKeyedHashes } from './sqlite-keyed-hashes';
import { SqliteLocks } from './sqlite-locks';
import { masterKey } from './master-key';
import { MasterCipher } from './master-cipher';
import { SqliteSecretStore } from './sqlite-secret-store';
import { openVaultFile, VAULT_FILE, WAY_BACK } from './vault-file';
import { SqliteSubjectKeys } from './sqlite-subject-keys';
import { SqliteVaultCheck } from './sqlite-vault-check';
import type {
  DataSubjectKeys,
  Grants,
  InvitationLinks,
  KeyedHashes,
  Locks,
  SecretStore,
  VaultCheck,
} from './vault.port';

export interface VaultOptions {
  /** Holds `vault.db` and, unless a key is given, `master.key`. Made when it is not there. */
  readonly directory: string;
  readonly masterKey?: string | undefined;
  /** How long a lock outlives the process that held it; default 15 s. */
  readonly leaseMs?: number | undefined;
  readonly checkEveryMs?: number | undefined;
}

export interface Vault {
  readonly keys: DataSubjectKeys;
  readonly hashes: KeyedHashes;
  readonly secrets: SecretStore;
  readonly locks: Locks;
  readonly grants: Grants;
  readonly links: InvitationLinks;
  readonly check: VaultCheck;
  /** Writes what is asked for already, then closes the file. May be called twice. */
  close(): void;
}

/** @throws VaultUnusable with what to do, when the master key is missing, wrong or open to others; DatabaseUnusable */
export function openVault({ directory, masterKey: given, leaseMs = 15_000, checkEveryMs }: VaultOptions): Vault {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const cipher = new MasterCipher(new Map([[1, masterKey(directory, given)]]));
  const db = openVaultFile(directory);
  try {
    const table = new EncryptedTable(db, cipher, directory);
    const hashes = new SqliteKeyedHashes(table);
    const locks = new SqliteLocks(table, leaseMs);
    return {
      keys: new SqliteSubjectKeys(table),
      hashes,
      secrets: new SqliteSecretStore(table),
      locks,
      grants: new SqliteGrants(table, locks),
      links: new DerivedInvitationLinks(hashes),
      check: new SqliteVaultCheck(table, checkEveryMs),
      close: () => table.close(),
    };
  } catch (error) {
    db.close();
    // The first thing that is written: a disk that is read-only is noticed here.
    throw unusable(error, join(directory, VAULT_FILE), WAY_BACK);
  }
}
