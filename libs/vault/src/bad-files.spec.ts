import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseUnusable } from '@linkage/sqlite';
import { openVault } from './open-vault';

describe('a vault.db that is not what it was', () => {
  let directory: string;
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'linkage-vault-'));
    const vault = openVault({ directory });
    await Promise.all(Array.from({ length: 100 }, (_, index) => vault.keys.obtain(`person-${index}`)));
    vault.close();
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const file = (): string => join(directory, 'vault.db');

  it.each<[string, () => void, RegExp]>([
    ['is empty', () => truncateSync(file(), 0), /vault\.db is empty\./],
    ['is some text', () => writeFileSync(file(), 'Dear diary,\n'.repeat(1_000)), /vault\.db is damaged\./],
    ['was cut off', () => truncateSync(file(), Math.floor(readFileSync(file()).length / 2)), /vault\.db is damaged\./],
    [
      'has flipped bytes',
      () => {
        const bytes = readFileSync(file());
        writeFileSync(file(), bytes.fill(0x5a, 4096, 4196));
      },
      /vault\.db is damaged\./,
    ],
    [
      'belongs to another program',
      () => {
        rmSync(file());
        const other = new DatabaseSync(file());
        other.exec('CREATE TABLE songs (title TEXT)');
        other.close();
      },
      /vault\.db holds nothing of Linkage/,
    ],
    [
      'is gone, but not its WAL',
      () => {
        rmSync(file());
        writeFileSync(`${file()}-wal`, 'something');
      },
      /vault\.db is missing, but its -wal is there/,
    ],
  ])('%s: stops the start, is not made anew, and the way back is named', (_, damage, words) => {
    damage();
    const before = existsSync(file()) ? readFileSync(file()) : undefined;
    const open = (): unknown => openVault({ directory });
    expect(open).toThrow(DatabaseUnusable);
    expect(open).toThrow(words);
    expect(open).toThrow(
      /restore the newest backup of the data folder \(docs\/running\.md, Restore\)\. Nothing else holds these secrets and keys/,
    );
    expect(existsSync(file()) ? readFileSync(file()) : undefined).toEqual(before);
  });

  it('leaves nothing else behind', () => {
    expect(readdirSync(directory).sort()).toEqual(['master.key', 'vault.db']);
  });
});
