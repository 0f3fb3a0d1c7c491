import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { LogUnavailable, type StoredFact } from '@linkage/event-sourcing';
import {
  eventLogContract,
  eventually,
  everythingAfter,
  freshStream,
  madeUpFacts,
} from '@linkage/event-sourcing/testing';
import { DatabaseUnusable } from '@linkage/sqlite';
import { temporaryFolder } from '../testing';
import { SqliteEventLog } from './sqlite-event-log';

describe('SqliteEventLog', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  const file = (): string => folder.file('facts.db');
  const open = async () => SqliteEventLog.open(file());
  /** The log's own connection, to bring about what a disk would. */
  const databaseOf = (log: SqliteEventLog): DatabaseSync => (log as unknown as { db: DatabaseSync }).db;

  eventLogContract(open, {
    reopen: async (log) => {
      await log.close();
      return open();
    },
  });

  describe('what is no longer in memory', () => {
    const written = async (): Promise<SqliteEventLog> => {
      const log = await open();
      for (let index = 0; index < 30; index += 1)
        await log.append(freshStream(index % 3 === 0 ? 'third-' : 'other-'), madeUpFacts(2), 'no-stream');
      await log.close();
      return open();
    };

    it.each([1, 7, 500])('is read from the disk, %i at a time', async (limit) => {
      const log = await written();
      const all = await everythingAfter(log, null, ['third-', 'other-'], limit);
      expect(all.map(({ position }) => Number(position))).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
      expect((await log.readAll({ limit: 500 })).facts).toEqual(all);
      expect((await everythingAfter(log, null, ['third-'], limit)).map(({ stream }) => stream.slice(0, 6))).toEqual(
        Array(20).fill('third-'),
      );
      expect((await log.readAll({ prefixes: [], limit })).facts).toEqual([]);
      await log.close();
    });

    it('comes before what is written now', async () => {
      const log = await written();
      const seen: StoredFact[] = [];
      const subscription = log.subscribe(
        { after: null, prefixes: ['third-'], batchSize: 3 },
        async (facts) => void seen.push(...facts),
      );
      await log.append(freshStream('third-'), madeUpFacts(2), 'no-stream');
      await eventually(() => expect(seen).toHaveLength(22));
      await subscription.stop();
      expect(seen.map(({ position }) => Number(position))).toEqual(
        [...seen.map(({ position }) => Number(position))].sort((a, b) => a - b),
      );
      await log.close();
    });
  });

  describe('other processes', () => {
    it('may not write', async () => {
      const log = await open();
      expect(() => SqliteEventLog.open(file())).toThrow(DatabaseUnusable);
      expect(() => SqliteEventLog.open(file())).toThrow(
        /facts\.db is in use: another Linkage writes to this data folder/,
      );
      await log.close();
      await (await open()).close();
    });

    it('may read, and follow what is written', async () => {
      const log = await open();
      await log.append('s-1', madeUpFacts(1), 'no-stream');
      const reader = SqliteEventLog.open(file(), { readOnly: true });
      const seen: StoredFact[] = [];
      reader.subscribe({ after: null }, async (facts) => void seen.push(...facts));
      await eventually(() => expect(seen).toHaveLength(1));
      await log.append('s-2', madeUpFacts(2), 'no-stream');
      await eventually(() => expect(seen).toHaveLength(3));
      expect(await reader.head()).toBe(await log.head());
      expect(await reader.readStream('s-2')).toEqual(await log.readStream('s-2'));
      await expect(reader.append('s-1', madeUpFacts(1), 'any')).rejects.toEqual(
        new LogUnavailable(`${file()} is opened for reading only.`, false),
      );
      await reader.close();
      await log.close();
    });
  });

  it('moves what was committed into the database while it goes on', async () => {
    const log = await open();
    for (let turn = 0; turn < 24; turn += 1) await log.append(freshStream(), madeUpFacts(500), 'no-stream');
    await eventually(() => expect(statSync(file()).size).toBeGreaterThan(3_000_000));
    expect(await log.head()).toBe('12000');
    await log.close();
  });

  describe('a file of the first format, without consumer groups', () => {
    const firstFormat = async (): Promise<void> => {
      const log = await open();
      await log.append('third-1', madeUpFacts(3), 'no-stream');
      databaseOf(log).exec('DROP TABLE consumer_groups; DROP TABLE group_facts; PRAGMA user_version = 1');
      await log.close();
    };

    it('is brought up to date when it is opened, with all its facts', async () => {
      await firstFormat();
      const log = await open();
      const seen: number[] = [];
      const consumer = log.groups.consume(
        { group: 'new', prefixes: ['third-'], from: null },
        async ({ revision }) => void seen.push(revision),
      );
      await eventually(() => expect(seen).toEqual([0, 1, 2]));
      await consumer.stop();
      expect(databaseOf(log).prepare('PRAGMA user_version').get()).toEqual({ user_version: 2 });
      await log.close();
    });

    it('is not read by a process that may not write', async () => {
      await firstFormat();
      expect(() => SqliteEventLog.open(file(), { readOnly: true })).toThrow(
        /was written by an older Linkage \(format 1\)\. Start this one on it once/,
      );
    });
  });

  it('has consumer groups for the process that writes only', async () => {
    const [log, reader] = [await open(), SqliteEventLog.open(file(), { readOnly: true })];
    await expect(
      reader.groups.consume({ group: 'any', prefixes: ['third-'], from: null }, async () => undefined).done,
    ).rejects.toThrow('opened for reading only');
    await reader.close();
    await log.close();
  });

  it('does a fact again after a commit that failed, and nothing that was finished', async () => {
    const log = await open();
    const seen: number[] = [];
    const options = { group: 'any', prefixes: ['third-'], from: null } as const;
    const consumer = log.groups.consume(options, async ({ revision }) => {
      if (revision === 1 && seen.length === 1) databaseOf(log).exec('PRAGMA query_only = 1');
      seen.push(revision);
    });
    await log.append('third-1', madeUpFacts(3), 'no-stream');
    await expect(consumer.done).rejects.toThrow(LogUnavailable);
    databaseOf(log).exec('PRAGMA query_only = 0');
    log.groups.consume(options, async ({ revision }) => void seen.push(revision));
    await eventually(() => expect(seen).toEqual([0, 1, 1, 2]));
    await log.close();
  });

  describe('when the disk cannot', () => {
    it.each([
      [
        'full',
        (db: DatabaseSync) => db.exec('PRAGMA max_page_count = 1'),
        (db: DatabaseSync) => db.exec('PRAGMA max_page_count = 1000000'),
        'the disk is full',
      ],
      [
        'read-only',
        (db: DatabaseSync) => db.exec('PRAGMA query_only = ON'),
        (db: DatabaseSync) => db.exec('PRAGMA query_only = OFF'),
        'read-only',
      ],
    ])('%s: refuses, keeps nothing of it, and works again afterwards', async (_, breakIt, mendIt, words) => {
      const log = await open();
      const [first, second, third] = [madeUpFacts(1), madeUpFacts(1), madeUpFacts(200)];
      const followed: string[] = [];
      log.subscribe({ after: null }, async (facts) => void followed.push(...facts.map(({ id }) => id)));
      await log.append('s-1', first, 'no-stream');
      breakIt(databaseOf(log));
      const failed = await Promise.allSettled([log.append('s-2', second, 'no-stream'), log.append('s-1', third, 0)]);
      for (const outcome of failed)
        expect(outcome).toMatchObject({
          reason: { name: 'LogUnavailable', retrySafe: true, message: expect.stringContaining(words) },
        });
      expect(await log.readStream('s-1')).toHaveLength(1);
      mendIt(databaseOf(log));
      expect(await log.append('s-1', third, 0)).toEqual({ revision: 200, position: '201' });
      expect(await log.append('s-2', second, 'no-stream')).toEqual({ revision: 0, position: '202' });
      await eventually(() => expect(followed).toHaveLength(202));
      expect(followed).toEqual([...first, ...third, ...second].map(({ id }) => id));
      await log.close();
    });

    it('refuses a fact that is no JSON, and only that', async () => {
      const log = await open();
      const [fact] = madeUpFacts(1);
      const bad = { ...fact!, data: { amount: 1n } as unknown as Record<string, unknown> };
      const [refused, kept] = await Promise.allSettled([
        log.append('s-1', [bad], 'no-stream'),
        log.append('s-2', madeUpFacts(1), 'no-stream'),
      ]);
      expect([refused.status, kept.status]).toEqual(['rejected', 'fulfilled']);
      await expect(log.append('s-1', [], 'any')).rejects.toThrow('at least one fact');
      await log.close();
      await expect(log.append('s-1', madeUpFacts(1), 'any')).rejects.toBeInstanceOf(LogUnavailable);
      await expect(log.readStream('s-1')).rejects.toBeInstanceOf(LogUnavailable);
    });
  });

  describe('a damaged file', () => {
    const filled = async (): Promise<void> => {
      const log = await open();
      for (let index = 0; index < 20; index += 1) await log.append(freshStream(), madeUpFacts(10), 'no-stream');
      await log.close();
    };
    const wayBack = /facts\.db is damaged\. .*restore the newest backup/;

    it('that was cut off is refused, with the way back', async () => {
      await filled();
      truncateSync(file(), 40_000);
      await expect(open()).rejects.toThrow(wayBack);
    });

    it.each(['the start', 'the middle'])('that has wrong bytes in %s is refused, with the way back', async (place) => {
      await filled();
      const bytes = readFileSync(file());
      const start = place === 'the start' ? 0 : Math.floor(bytes.length / 8192) * 4096;
      writeFileSync(file(), bytes.fill(0x5a, start, start + 100));
      await expect(open()).rejects.toThrow(wayBack);
      await expect(open()).rejects.toBeInstanceOf(DatabaseUnusable);
    });

    it('of a newer program is refused, too', async () => {
      const log = await open();
      databaseOf(log).exec('PRAGMA user_version = 99');
      await log.close();
      await expect(open()).rejects.toThrow('written by a newer Linkage');
    });
  });
});
