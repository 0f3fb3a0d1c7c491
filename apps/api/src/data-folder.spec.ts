import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
});
