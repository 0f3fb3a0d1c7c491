import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { WalCheckpoints } from './wal-checkpoints';

describe('checkpoints of the WAL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linkage-sqlite-'));
  const file = join(folder, 'some.db');
  const db = new DatabaseSync(file);
  const write = (rows: number): void => {
    for (let row = 0; row < rows; row += 1) db.exec(`INSERT INTO numbers VALUES (${row}, '${'x'.repeat(1_000)}')`);
  };
  /** Pages in the WAL, and how many of them are in the database already. */
  const wal = (): unknown => db.prepare('PRAGMA wal_checkpoint(PASSIVE)').get();

  beforeAll(() =>
    db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = OFF; CREATE TABLE numbers (n INTEGER, text TEXT)',
    ),
  );
  afterAll(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });

  it('close the gate for what came meanwhile, so that the WAL is written over from its start', async () => {
    const checkpoints = new WalCheckpoints(file, 1_000);
    write(500);
    checkpoints.wrote(1_000);
    write(10);
    checkpoints.wrote(10);
    expect(checkpoints.gate).toBeUndefined();
    await checkpoints.close();
    write(1);
    expect(wal()).toMatchObject({ log: expect.any(Number), busy: 0 });
    expect((wal() as { log: number }).log).toBeLessThan(5);
  });

  it('do not run for little, and can be closed at any time', async () => {
    const checkpoints = new WalCheckpoints(file, 1_000);
    checkpoints.wrote(999);
    await checkpoints.close();
    checkpoints.wrote(1);
    await checkpoints.close();
  });

  it('that fail are said once and shown until one works again', async () => {
    const warnings: string[] = [];
    const moved = join(folder, 'moved.db');
    const checkpoints = new WalCheckpoints(moved, 1_000, (sentence) => void warnings.push(sentence));
    const tryOne = async (): Promise<void> => {
      checkpoints.wrote(1_000);
      await checkpoints.close();
    };
    writeFileSync(moved, 'not a database, as after a failed restore'.repeat(100));
    await tryOne();
    await tryOne();
    expect(checkpoints.trouble).toBe(`${moved} is damaged. Commits stay in its WAL, which grows.`);
    expect(warnings).toEqual([checkpoints.trouble]);
    rmSync(moved);
    await tryOne();
    expect(checkpoints.trouble).toBeNull();
  });
});
