import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openVault } from './open-vault';
import { testVault, type TestVault } from './testing';

describe('keys of data subjects', () => {
  let vault: TestVault;
  beforeEach(() => (vault = testVault()));
  afterEach(() => {
    jest.restoreAllMocks();
    vault.remove();
  });

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

  describe('once erased', () => {
    const inFile = (sql: string): void => {
      const file = new DatabaseSync(join(vault.directory, 'vault.db'));
      file.exec(sql);
      file.close();
    };
    /** The number of erasures after each. */
    const afterErasing = async (...subjects: string[]): Promise<readonly number[]> => {
      const numbers: number[] = [];
      for (const subject of subjects) {
        await vault.keys.erase(subject);
        numbers.push(await vault.keys.erasures());
      }
      return numbers;
    };

    it('change the number of erasures once for each person, also one who never had a key, and again when a backup brings the key back', async () => {
      jest.spyOn(Date, 'now').mockReturnValue(1_000);
      expect(await vault.keys.erasures()).toBe(0);
      await vault.keys.obtain('noa');
      expect(await afterErasing('noa', 'noa', 'nobody')).toEqual([1_000, 1_000, 1_001]);
      inFile(`UPDATE sealed SET kind = 'subject-key' WHERE kind = 'erased-subject'`);
      expect(await afterErasing('noa')).toEqual([1_002]);
    });

    it('never come to a number that stood there before a backup was restored', async () => {
      const [before = 0] = await afterErasing('noa');
      inFile(`DELETE FROM sealed WHERE kind = 'erased-subject'; UPDATE erasures SET count = 0`);
      jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 1);
      const [after = 0] = await afterErasing('noa');
      expect(after).toBeGreaterThan(before);
    });
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
    expect(await other.keys.erasures()).toBe(await vault.keys.erasures());
    other.close();
  });
});
