import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { LogUnavailable } from '@linkage/event-sourcing';
import { eventually, freshStream, madeUpFacts } from '@linkage/event-sourcing/testing';
import { DatabaseUnusable } from '@linkage/sqlite';
import { temporaryFolder } from '../testing';
import { SqliteEventLog } from './sqlite-event-log';

const folder = temporaryFolder();
const disk = folder.file('disk');

const mounted = (...options: readonly string[]): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', ['size=4m', ...options].join(','), 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

mkdirSync(disk);
const may = mounted();
if (!may)
  console.warn(
    'Skipped: this user may not mount a small disk. sqlite-event-log.spec.ts does the same by PRAGMA max_page_count and query_only.',
  );

(may ? describe : describe.skip)('the embedded log on a disk of its own', () => {
  const file = `${disk}/log.db`;
  const filler = `${disk}/filler`;
  afterEach(() => {
    execFileSync('umount', [disk]);
    mounted();
  });
  afterAll(() => {
    execFileSync('umount', [disk]);
    folder.remove();
  });

  /** Leaves no room but `bytes`. */
  const fill = (): void => {
    for (let size = 1024 * 1024; size >= 4096;) {
      try {
        writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
      } catch {
        size /= 2;
      }
    }
  };

  it('that is full: says so, keeps nothing of what it refused, and works again after room was made', async () => {
    const log = SqliteEventLog.open(file);
    const followed: string[] = [];
    log.subscribe({ after: null }, async (facts) => void followed.push(...facts.map(({ id }) => id)));
    const kept: string[] = [];
    const write = async (): Promise<void> => {
      const facts = madeUpFacts(20);
      await log.append(freshStream(), facts, 'no-stream');
      kept.push(...facts.map(({ id }) => id));
    };
    await write();
    fill();
    const refused = await (async () => {
      for (;;) await write();
    })().catch((error: unknown) => error);
    expect(refused).toEqual(new LogUnavailable(`${file} cannot grow: the disk is full.`, true));
    expect(refused).toMatchObject({ retrySafe: true });
    expect((await log.readAll({ limit: 100_000 })).facts.map(({ id }) => id)).toEqual(kept);
    rmSync(filler);
    await write();
    await write();
    await eventually(() => expect(followed).toEqual(kept));
    await log.close();
    const again = SqliteEventLog.open(file);
    expect((await again.readAll({ limit: 100_000 })).facts.map(({ id }) => id)).toEqual(kept);
    await again.close();
  });

  it('that is full at its start and its end: says so, and starts when there is room', async () => {
    fill();
    expect(() => SqliteEventLog.open(file)).toThrow(/cannot grow: the disk is full|cannot be opened/);
    rmSync(filler);
    const log = SqliteEventLog.open(file);
    await log.append('s-1', madeUpFacts(2), 'no-stream');
    fill();
    await log.close();
    rmSync(filler);
    const again = SqliteEventLog.open(file);
    expect(await again.readStream('s-1')).toHaveLength(2);
    await again.close();
  });

  it('that is read-only: does not start, and says why', async () => {
    const log = SqliteEventLog.open(file);
    await log.append('s-1', madeUpFacts(2), 'no-stream');
    await log.close();
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const refused = (() => {
      try {
        return SqliteEventLog.open(file);
      } catch (error) {
        return error as Error;
      }
    })();
    expect(refused).toBeInstanceOf(DatabaseUnusable);
    expect((refused as Error).message).toMatch(
      /log\.db(\.lock)? cannot be (written: the disk or the file is read-only|opened)/,
    );
  });
});
