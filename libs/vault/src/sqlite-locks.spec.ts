import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { eventually } from '@linkage/event-sourcing/testing';
import { testVault, type TestVault } from './testing';
import { otherProcess } from './testing/other-process';
import { LeaseLost } from './vault.errors';

describe('locks', () => {
  let vault: TestVault;
  beforeEach(() => (vault = testVault({ leaseMs: 300 })));
  afterEach(() => vault.remove());

  it('let one in at a time, in the order of asking, and others by another name', async () => {
    const seen: string[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const first = vault.locks.withLock('a', async () => {
      seen.push('first in');
      await gate;
      seen.push('first out');
    });
    const second = vault.locks.withLock('a', async () => seen.push('second'));
    for (let i = 0; i < 30; i++) await vault.locks.withLock('b', async () => undefined);
    const third = vault.locks.withLock('a', async () => seen.push('third'));
    await vault.locks.withLock('b', async () => seen.push('elsewhere'));
    open();
    await Promise.all([first, second, third]);
    expect(seen).toEqual(['first in', 'elsewhere', 'first out', 'second', 'third']);
  });

  it('let go when the work fails', async () => {
    await expect(vault.locks.withLock('a', () => Promise.reject(new Error('work failed')))).rejects.toThrow(
      'work failed',
    );
    expect(await vault.locks.withLock('a', async () => 'in')).toBe('in');
  });

  it('are not waited for by a caller that only tries', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const first = vault.locks.tryLock('a', () => gate.then(() => 'first'));
    expect(await vault.locks.tryLock('a', async () => 'second')).toBeNull();
    expect(await vault.locks.tryLock('b', async () => 'elsewhere')).toBe('elsewhere');
    const waiting = vault.locks.withLock('a', async () => 'after the first');
    open();
    expect(await Promise.all([first, waiting])).toEqual(['first', 'after the first']);
    await expect(vault.locks.tryLock('a', () => Promise.reject(new Error('work failed')))).rejects.toThrow(
      'work failed',
    );
    expect(await vault.locks.tryLock('a', async () => 'third')).toBe('third');
  });

  it('are not waited for among processes, until the one that was killed has lost its lease', async () => {
    const other = otherProcess(
      vault.directory,
      `await vault.locks.tryLock('a', async () => { say('in'); await new Promise((done) => setTimeout(done, 60_000)); });`,
    );
    expect(await other.line()).toBe('in');
    expect(await vault.locks.tryLock('a', async () => 'in')).toBeNull();
    other.kill();
    await eventually(async () => expect(await vault.locks.tryLock('a', async () => 'in')).toBe('in'));
  });

  it('hold among processes, longer than one lease while the holder works', async () => {
    const other = otherProcess(
      vault.directory,
      `
      await vault.locks.withLock('a', async () => {
        say('in');
        await new Promise((done) => setTimeout(done, 900));
        await vault.secrets.put('seen', 'a', { other: 'out' });
      });`,
    );
    expect(await other.line()).toBe('in');
    expect(await vault.locks.withLock('a', () => vault.secrets.get('seen', 'a', new Date()))).toEqual({ other: 'out' });
    expect(await other.ended).toBe(0);
  });

  it('are let go of when the process that held them was killed', async () => {
    const other = otherProcess(
      vault.directory,
      `await vault.locks.withLock('a', async () => { say('in'); await new Promise((done) => setTimeout(done, 60_000)); });`,
    );
    expect(await other.line()).toBe('in');
    other.kill();
    expect(await vault.locks.withLock('a', async () => 'in')).toBe('in');
  });

  it('tell their holder when another has taken the lease meanwhile, as after the machine slept', async () => {
    const reason = await vault.locks.withLock('a', async (lost) => {
      expect(lost.aborted).toBe(false);
      vault.loseLeases();
      await once(lost, 'abort');
      return lost.reason as unknown;
    });
    expect(reason).toBeInstanceOf(LeaseLost);
  });

  it('tell their holder when the lease has run out because it could not be written', async () => {
    const file = new DatabaseSync(join(vault.directory, 'vault.db'));
    try {
      await vault.locks.withLock('a', async (lost) => {
        file.exec('ALTER TABLE lease RENAME TO away');
        await once(lost, 'abort');
        expect(lost.reason).toMatchObject({ name: 'LeaseLost', cause: { message: expect.stringContaining('lease') } });
      });
    } finally {
      file.close();
    }
  });
});
