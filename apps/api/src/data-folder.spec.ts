import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeUpFacts } from '@linkage/event-sourcing/testing';
import { openVault } from '@linkage/vault';
import { makeDataFolder } from './data-folder';
import { openLog, openStorage } from './storage';

describe('a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'linkage-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const place = (eventStoreUrl?: string) => ({ dataDirectory: folder, eventStoreUrl, roles: ['web'] as const });
  const withVault = (): void => openVault({ directory: folder }).close();
  const withFacts = async (): Promise<void> => {
    const log = await openLog(place());
    await log.append('thing-1', madeUpFacts(1), 'no-stream');
    await log.close();
  };
  const opens = async (): Promise<void> => {
    const { log, store } = await openStorage(place());
    await store.close();
    await log.close();
  };

  it('may be new, or have a log that is still empty', async () => {
    await opens();
    await opens();
  });

  it('with a vault and no log is refused, and no log is made', async () => {
    withVault();
    await expect(opens()).rejects.toThrow(/log\.db is missing, but vault\.db is there\. Restore .*import-log/);
    await expect(opens()).rejects.toThrow('log.db is missing');
  });

  it('with facts and no vault is refused, until the vault is back', async () => {
    await withFacts();
    await expect(opens()).rejects.toThrow(/vault\.db is missing, but log\.db holds facts\. Put back the vault\.db/);
    withVault();
    await opens();
  });

  it.each(['', '/within'])('that is a file is refused by name: %s', async (within) => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(makeDataFolder(`${file}${within}`)).rejects.toThrow(
      `The data folder ${file}${within} cannot be used: a file is in its place. LINKAGE_DATA says where the data folder is.`,
    );
  });

  describe('on a machine with other users', () => {
    const modeOf = async (name = ''): Promise<string> => ((await stat(join(folder, name))).mode & 0o777).toString(8);
    const modes = async (): Promise<Record<string, string>> =>
      Object.fromEntries(
        await Promise.all((await readdir(folder)).map(async (name) => [name, await modeOf(name)] as const)),
      );

    it('has files for its owner only, whatever the umask', async () => {
      const before = process.umask(0o022);
      try {
        const { store, log } = await openStorage(place());
        withVault();
        await log.append('thing-1', madeUpFacts(1), 'no-stream');
        expect(Object.keys(await modes())).toEqual(
          expect.arrayContaining(['log.db', 'log.db-wal', 'documents.db', 'vault.db', 'master.key']),
        );
        expect([...new Set(Object.values(await modes()))]).toEqual(['600']);
        await store.close();
        await log.close();
      } finally {
        process.umask(before);
      }
    });
    it('is closed to them when it was made before, and so are its files', async () => {
      withVault();
      await withFacts();
      await opens();
      await chmod(folder, 0o755);
      const data = (await readdir(folder)).filter((name) => name !== 'master.key');
      for (const name of data) await chmod(join(folder, name), 0o644);
      await opens();
      expect(await modeOf()).toBe('700');
      expect([...new Set(Object.values(await modes()))]).toEqual(['600']);
    });
    it('that holds other things is left as it is and refused with the command', async () => {
      await chmod(folder, 0o755);
      await writeFile(join(folder, 'holiday.jpg'), '');
      await expect(opens()).rejects.toThrow(
        `${folder} can be read or changed by other users of this machine. Run: chmod 700 ${folder} – or set LINKAGE_DATA to a folder of its own`,
      );
      expect(await modeOf()).toBe('755');
      await chmod(folder, 0o700);
      await opens();
    });
  });
});
