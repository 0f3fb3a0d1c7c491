import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { DamagedFact, type ReadStore, type StoredFact } from '@linkage/event-sourcing';
import { eventually, freshStream, madeUpFacts } from '@linkage/event-sourcing/testing';
import { DatabaseUnusable } from '@linkage/sqlite';
import { SqliteReadStore } from '../sqlite-documents/sqlite-read-store';
import { temporaryFolder } from '../testing';
import { SqliteEventLog } from './sqlite-event-log';

describe('a file of the data folder that is not what it was', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  const log = (): string => folder.file('log.db');
  const filled = async (file = log()): Promise<SqliteEventLog> => {
    const open = SqliteEventLog.open(file);
    for (let index = 0; index < 20; index += 1) await open.append(freshStream(), madeUpFacts(10), 'no-stream');
    return open;
  };
  const refusal = (open: () => unknown): Error => {
    try {
      open();
    } catch (error) {
      expect(error).toBeInstanceOf(DatabaseUnusable);
      return error as Error;
    }
    throw new Error('It was opened.');
  };

  const damages: readonly [string, (file: string) => void, RegExp][] = [
    ['is empty', (file) => truncateSync(file, 0), /is empty\./],
    ['is some text', (file) => writeFileSync(file, 'Dear diary,\n'.repeat(1_000)), /is damaged\./],
    [
      'belongs to another program',
      (file) => {
        rmSync(file);
        const other = new DatabaseSync(file);
        other.exec('CREATE TABLE songs (title TEXT); PRAGMA user_version = 1');
        other.close();
      },
      /holds nothing of Linkage: it is the file of another program/,
    ],
    ['was cut off', (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2)), /is damaged\./],
    ['was cut off in its first page', (file) => truncateSync(file, 700), /is damaged\./],
    [
      'has flipped bytes',
      (file) => {
        const bytes = readFileSync(file);
        const start = Math.floor(bytes.length / 8192) * 4096;
        writeFileSync(file, bytes.fill(0x5a, start, start + 100));
      },
      /is damaged\./,
    ],
  ];

  it('log.db that is a folder stops the start, which names the way back', () => {
    mkdirSync(log());
    expect(refusal(() => SqliteEventLog.open(log())).message).toMatch(
      /log\.db is no file\. .*restore the newest backup/,
    );
  });

  it.each(damages)('log.db that %s stops the start, which names the way back', async (_, damage, words) => {
    await (await filled()).close();
    damage(log());
    const before = readFileSync(log());
    for (const readOnly of [false, true]) {
      const { message } = refusal(() => SqliteEventLog.open(log(), { readOnly }));
      expect(message).toMatch(words);
      expect(message).toContain(log());
      expect(message).toMatch(/restore the newest backup of the data folder \(docs\/running\.md, Restore\)/);
    }
    expect(readFileSync(log())).toEqual(before);
  });

  it.each(damages)('documents.db that %s stops the start, which says that it may go', async (_, damage, words) => {
    const file = folder.file('documents.db');
    const store: ReadStore = SqliteReadStore.open(file);
    await store.ensure({
      name: 'some-list',
      version: 1,
      fields: { workspaceId: 'text' },
      indexes: [['workspaceId']],
      search: ['name'],
      counts: [['workspaceId']],
    });
    await store.close();
    damage(file);
    const { message } = refusal(() => SqliteReadStore.open(file));
    expect(message).toMatch(words);
    expect(message).toMatch(/remove this file with its -wal and -shm: it is built again from the log/);
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    await SqliteReadStore.open(file).close();
  });

  describe('without its WAL', () => {
    /** What is left of a log whose process was killed, or that was copied while it was written. */
    const copied = async (...ends: readonly string[]): Promise<string> => {
      const open = await filled();
      mkdirSync(folder.file('copy'));
      for (const end of ['', ...ends]) copyFileSync(`${log()}${end}`, folder.file(`copy/log.db${end}`));
      await open.close();
      return folder.file('copy/log.db');
    };

    it('stops the start: the newest facts would be missing in silence', async () => {
      const copy = await copied();
      expect(refusal(() => SqliteEventLog.open(copy)).message).toMatch(
        /was not closed, and log\.db-wal is missing: .* restore the newest backup .* make an empty file log\.db-wal\./,
      );
      expect(existsSync(`${copy}-wal`)).toBe(false);
      writeFileSync(`${copy}-wal`, '');
      const older = SqliteEventLog.open(copy);
      await older.append(freshStream(), madeUpFacts(1), 'no-stream');
      await older.close();
      await SqliteEventLog.open(copy).close();
    });

    it('is not the same as a WAL without its file', async () => {
      const copy = await copied('-wal');
      rmSync(copy);
      expect(refusal(() => SqliteEventLog.open(copy)).message).toMatch(/log\.db is missing, but its -wal is there/);
    });

    it('goes on with it, and without it when it was closed', async () => {
      const open = SqliteEventLog.open(await copied('-wal'));
      expect(await open.head()).toBe('200');
      await open.close();
      expect(existsSync(folder.file('copy/log.db-wal'))).toBe(false);
      await SqliteEventLog.open(folder.file('copy/log.db')).close();
    });

    it('is closed whole when a reader stays', async () => {
      const open = await filled();
      const reader = SqliteEventLog.open(log(), { readOnly: true });
      await open.close();
      await reader.close();
      const again = SqliteEventLog.open(log());
      expect(await again.head()).toBe('200');
      await again.close();
    });
  });

  it('names the fact whose text is no JSON any more, and gives the facts of other streams', async () => {
    const open = await filled();
    const { facts } = await open.readAll({ limit: 200 });
    const [bad, other] = [facts[42] as StoredFact, facts[0] as StoredFact];
    await open.close();
    const db = new DatabaseSync(log());
    db.exec(`UPDATE facts SET data = replace(data, '{', '[') WHERE position = ${bad.position}`);
    db.close();
    const damaged = SqliteEventLog.open(log());
    await expect(damaged.readStream(bad.stream)).rejects.toThrow(
      `The fact ${bad.id} (revision ${bad.revision} of ${bad.stream}) is damaged: it is no JSON any more.`,
    );
    await expect(damaged.readAll({ limit: 500 })).rejects.toBeInstanceOf(DamagedFact);
    const seen: string[] = [];
    damaged.subscribe(
      { after: null, prefixes: [other.stream] },
      async (batch) => void seen.push(...batch.map(({ stream }) => stream)),
    );
    await eventually(() => expect(seen).toHaveLength(10));
    await expect(damaged.subscribe({ after: null }, async () => undefined).done).rejects.toBeInstanceOf(DamagedFact);
    await damaged.close();
  });
});
