import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VaultUnavailable } from '@linkage/event-sourcing';
import { EncryptedTable } from './encrypted-table';
import { MasterCipher } from './master-cipher';
import { SqliteSecretStore } from './sqlite-secret-store';
import { openVaultFile } from './vault-file';

const noon = new Date('2026-11-23T12:00:00Z');
const large = { text: 'x'.repeat(100_000) };

describe('a vault that cannot grow', () => {
  const directory = mkdtempSync(join(tmpdir(), 'linkage-vault-'));
  const db = openVaultFile(directory);
  const table = new EncryptedTable(db, new MasterCipher(new Map([[1, Buffer.alloc(32, 7)]])), directory);
  const secrets = new SqliteSecretStore(table);
  afterAll(() => {
    table.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('says so to each that writes, keeps nothing of it, and goes on reading', async () => {
    await secrets.put('session', 'a', { member: 'm1' });
    // SQLite then finds no room for more pages, as on a full disk.
    db.exec('PRAGMA max_page_count = 1');
    const writes = [
      secrets.put('session', 'b', large),
      secrets.putNew('session', 'c', large),
      secrets.update('session', 'a', noon, () => large),
    ];
    for (const written of await Promise.allSettled(writes))
      expect(written).toMatchObject({ status: 'rejected', reason: expect.any(VaultUnavailable) });
    await expect(secrets.put('session', 'b', large)).rejects.toThrow(/vault\.db cannot grow: the disk is full\.$/);
    expect(await secrets.get('session', 'a', noon)).toEqual({ member: 'm1' });
    expect(await secrets.get('session', 'b', noon)).toBeUndefined();

    db.exec('PRAGMA max_page_count = 1000000');
    await secrets.put('session', 'b', large);
    expect(await secrets.get('session', 'b', noon)).toEqual(large);
  });

  it('says so after it was closed', async () => {
    table.close();
    await expect(secrets.get('session', 'a', noon)).rejects.toBeInstanceOf(VaultUnavailable);
  });
});
