import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operatorKey, OperatorKeyUnusable } from './operator-key';

describe('the operator key', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'linkage-operator-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  const file = (): string => join(directory, 'operator.key');

  it('is made once', () => {
    const key = operatorKey(directory, undefined);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(operatorKey(directory, undefined)).toBe(key);
    expect(readFileSync(file(), 'utf8')).toBe(`${key}\n`);
  });

  it('is the given one where one is given', () => {
    expect(operatorKey(directory, 'given')).toBe('given');
    expect(() => statSync(file())).toThrow('ENOENT');
  });

  it('is refused where others can read it, or it is none', () => {
    operatorKey(directory, undefined);
    chmodSync(file(), 0o644);
    expect(() => operatorKey(directory, undefined)).toThrow(`chmod 600 ${file()}`);
    chmodSync(file(), 0o600);
    writeFileSync(file(), 'short\n');
    expect(() => operatorKey(directory, undefined)).toThrow(OperatorKeyUnusable);
  });
});
