import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { openVault } from './open-vault';
import { masterKey } from './master-key';

describe('the master key', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'linkage-key-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  it('is the given one, and then no file is made', () => {
    const key = randomBytes(32);
    expect(masterKey(directory, key.toString('base64'))).toEqual(key);
    expect(masterKey(directory, ` ${key.toString('base64url')}\n`)).toEqual(key);
    expect(() => statSync(join(directory, 'master.key'))).toThrow('ENOENT');
  });

  it.each([
    [
      'too short',
      randomBytes(16).toString('base64'),
      /must be 32 bytes in base64, but it has 16.*openssl rand -base64 32/,
    ],
    ['no base64', 'correct horse battery staple', /holds other characters/],
  ])('is refused when it is %s, without being repeated', (_, given, message) => {
    expect(() => masterKey(directory, given)).toThrow(message);
    expect(() => masterKey(directory, given)).not.toThrow(given);
  });

  it('is made once, for its owner only', () => {
    const made = masterKey(directory, undefined);
    expect(made).toHaveLength(32);
    expect(masterKey(directory, '')).toEqual(made);
    expect(statSync(join(directory, 'master.key')).mode & 0o777).toBe(0o600);
  });

  it.each([0o644, 0o640, 0o602])('is refused when others may touch its file (%o)', (mode) => {
    masterKey(directory, undefined);
    chmodSync(join(directory, 'master.key'), mode);
    expect(() => masterKey(directory, undefined)).toThrow(/can be read or changed by other users.*chmod 600/);
  });

  it('is refused when its file is damaged', () => {
    writeFileSync(join(directory, 'master.key'), 'AAAA', { mode: 0o600 });
    expect(() => masterKey(directory, undefined)).toThrow(/must hold 32 bytes in base64, but it has 3/);
  });

  it('is not made anew for a vault whose key is gone', () => {
    openVault({ directory }).close();
    rmSync(join(directory, 'master.key'));
    expect(() => openVault({ directory })).toThrow(/There is a vault in .* but its master key is not/);
  });

  it('opens only the vault that was made with it', () => {
    openVault({ directory }).close();
    expect(() => openVault({ directory, masterKey: randomBytes(32).toString('base64') })).toThrow(
      /made with another master key.*LINKAGE_MASTER_KEY/,
    );
    openVault({ directory, masterKey: readFileSync(join(directory, 'master.key'), 'utf8') }).close();
  });
});
