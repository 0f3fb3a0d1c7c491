import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseUnusable } from './database-unusable';
import { type DatabaseOptions, openDatabase } from './open-database';

const lines: DatabaseOptions = {
  synchronous: 'NORMAL',
  version: 1,
  create: 'CREATE TABLE line (text TEXT) STRICT',
  table: 'line',
  wayBack: 'Remove it.',
};

describe('a database file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'linkage-sqlite-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (): string => join(folder, 'some', 'lines.db');
  const open = (options: Partial<DatabaseOptions> = {}) => openDatabase(file(), { ...lines, ...options });
  const refusal = (options?: Partial<DatabaseOptions>): DatabaseUnusable => {
    try {
      open(options).close();
    } catch (error) {
      if (error instanceof DatabaseUnusable) return error;
      throw error;
    }
    throw new Error('It was opened.');
  };

  it('is made whole, for its owner only, and nothing else is left beside it', () => {
    open().close();
    expect(readdirSync(join(folder, 'some'))).toEqual(['lines.db']);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'some')).mode & 0o777).toBe(0o700);
  });

  it('is kept from others again after it was left open to them', () => {
    open().close();
    chmodSync(file(), 0o644);
    open().close();
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('is not made by a reader', () => {
    expect(refusal({ readOnly: true })).toMatchObject({
      damaged: false,
      message: expect.stringContaining('There is no'),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each<[string, () => void]>([
    ['is empty', () => truncateSync(file(), 0)],
    ['is damaged', () => writeFileSync(file(), 'no database at all '.repeat(1_000))],
  ])('that %s is told as damaged, with the way back', (words, damage) => {
    open().close();
    damage();
    expect(refusal()).toMatchObject({ damaged: true, file: file(), message: `${file()} ${words}. Remove it.` });
  });

  it('of a newer or of another program is refused, and not told as damaged', () => {
    open({ version: 2 }).close();
    expect(refusal()).toMatchObject({ damaged: false, message: expect.stringContaining('newer Linkage (format 2') });
    expect(refusal({ version: 2, table: 'song' })).toMatchObject({
      damaged: false,
      message: expect.stringContaining('holds nothing of Linkage'),
    });
  });

  it('of an older version is brought up to date step by step, but not by a reader', () => {
    open().close();
    const upgrades = ['ALTER TABLE line ADD COLUMN a TEXT', 'ALTER TABLE line ADD COLUMN b TEXT'];
    expect(refusal({ version: 3, upgrades, readOnly: true }).message).toContain('was written by an older Linkage');
    const db = open({ version: 3, upgrades });
    expect(db.prepare('SELECT text, a, b FROM line').all()).toEqual([]);
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: 3 });
    db.close();
  });
});
