import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openVault } from './open-vault';
import { testVault, type TestVault } from './testing';

describe('keys of data subjects', () => {
  let vault: TestVault;
  beforeEach(() => (vault = testVault()));
  afterEach(() => vault.remove());

  it('are made on first use, one per person, and found again', async () => {
    expect(await vault.keys.find('noa')).toBeUndefined();
    const [key, same] = await Promise.all([vault.keys.obtain('noa'), vault.keys.obtain('noa')]);
    expect(key).toHaveLength(32);
    expect(same).toEqual(key);
    expect(await vault.keys.obtain('noa')).toEqual(key);
    expect(await vault.keys.obtain('ida')).not.toEqual(key);
    vault.close();
    const again = openVault({ directory: vault.directory });
    expect(await again.keys.find('noa')).toEqual(key);
    again.close();
  });

  it('are there before their person is', async () => {
    const ids = await Promise.all(Array.from({ length: 400 }, () => vault.keys.newSubject()));
    expect(new Set(ids).size).toBe(400);
    expect([...ids].sort()).toEqual(ids);
    const keys = await Promise.all(ids.map((id) => vault.keys.find(id)));
    expect(new Set(keys.map((key) => key?.toString('hex'))).size).toBe(400);
    vault.close();
    const again = openVault({ directory: vault.directory });
    expect(await Promise.all(ids.map((id) => again.keys.obtain(id)))).toEqual(keys);
    expect(ids).not.toContain(await again.keys.newSubject());
    again.close();
  });

  it('cannot be made in a vault that is closed, and says so', async () => {
    vault.close();
    await expect(vault.keys.newSubject()).rejects.toThrow('The vault is closed.');
  });

  it('are gone for good after erasing, and stay gone', async () => {
    const key = await vault.keys.obtain('noa');
    const ida = await vault.keys.obtain('ida');
    await vault.keys.erase('noa');
    expect(await vault.keys.find('noa')).toBeUndefined();
    expect(await vault.keys.obtain('noa')).not.toEqual(key);
    expect(await vault.keys.obtain('noa')).not.toEqual(await vault.keys.obtain('noa'));
    expect(await vault.keys.find('noa')).toBeUndefined();
    expect(await vault.keys.find('ida')).toEqual(ida);
  });

  it('are counted as erased once for each person, also one who never had a key, and again when a backup brings the key back', async () => {
    await vault.keys.obtain('noa');
    for (const subject of ['noa', 'noa', 'nobody']) await vault.keys.erase(subject);
    expect(await vault.keys.erasures()).toBe(2);
    const file = new DatabaseSync(join(vault.directory, 'vault.db'));
    file.exec(`UPDATE sealed SET kind = 'subject-key' WHERE kind = 'erased-subject'`);
    file.close();
    await vault.keys.erase('noa');
    expect(await vault.keys.erasures()).toBe(3);
  });

  it('are deleted also when they do not open any more', async () => {
    await vault.keys.obtain('noa');
    const file = new DatabaseSync(join(vault.directory, 'vault.db'));
    file.exec(`UPDATE sealed SET body = zeroblob(62)`);
    file.close();
    await vault.keys.erase('noa');
    expect(await vault.keys.find('noa')).toBeUndefined();
  });

  it('leave no sealed copy behind in the files', async () => {
    await vault.keys.obtain('noa');
    const file = new DatabaseSync(join(vault.directory, 'vault.db'));
    const { body } = file.prepare(`SELECT body FROM sealed WHERE kind = 'subject-key'`).get() as { body: Uint8Array };
    file.close();
    const pieces = [0, 16, 32].map((at) => Buffer.from(body).subarray(14 + at, 30 + at));
    const inFiles = () =>
      readdirSync(vault.directory).some((name) =>
        pieces.some((piece) => readFileSync(join(vault.directory, name)).includes(piece)),
      );
    expect(inFiles()).toBe(true);
    await vault.keys.erase('noa');
    expect(inFiles()).toBe(false);
  });

  it('are forgotten by every process that had them in memory', async () => {
    const other = openVault({ directory: vault.directory });
    const key = await vault.keys.obtain('noa');
    expect(await other.keys.find('noa')).toEqual(key);
    await vault.keys.erase('noa');
    expect(await other.keys.find('noa')).toBeUndefined();
    expect([await vault.keys.erasures(), await other.keys.erasures()]).toEqual([1, 1]);
    other.close();
  });
});
