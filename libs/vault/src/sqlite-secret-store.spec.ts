import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openVault } from './open-vault';
import { testVault, type TestVault } from './testing';
import { otherProcess } from './testing/other-process';

const noon = new Date('2026-11-23T12:00:00Z');
const later = new Date('2026-11-23T13:00:00Z');

describe('the secret store', () => {
  let vault: TestVault;
  beforeEach(() => (vault = testVault()));
  afterEach(() => vault.remove());

  it('gives back what was put, by kind and id', async () => {
    await vault.secrets.put('session', 'a', { member: 'm1' });
    await vault.secrets.put('session', 'b', { member: 'm2' });
    await vault.secrets.put('password', 'a', { hash: 'h' });
    await vault.secrets.put('session', 'a', { member: 'm3' });
    expect(await vault.secrets.get('session', 'a', noon)).toEqual({ member: 'm3' });
    expect(await vault.secrets.get('session', 'b', noon)).toEqual({ member: 'm2' });
    expect(await vault.secrets.get('password', 'a', noon)).toEqual({ hash: 'h' });
    expect(await vault.secrets.get('password', 'b', noon)).toBeUndefined();
    await vault.secrets.remove('session', 'a');
    expect(await vault.secrets.get('session', 'a', noon)).toBeUndefined();
  });

  it('keeps them over a restart', async () => {
    await vault.secrets.put('session', 'a', { member: 'm1' });
    vault.close();
    const again = openVault({ directory: vault.directory });
    expect(await again.secrets.get('session', 'a', noon)).toEqual({ member: 'm1' });
    again.close();
  });

  it('has no secret and no id in the bytes of its files, and only the owner may read them', async () => {
    await vault.secrets.put('session', 'id-of-noa@example.com', { token: 'plain-text-token' });
    await vault.grants.put('account-of-noa', { accessToken: 'plain-text-token' });
    const key = await vault.keys.obtain('subject-noa');
    for (const name of readdirSync(vault.directory)) {
      const bytes = readFileSync(join(vault.directory, name));
      for (const plain of ['plain-text-token', 'noa', key])
        expect([name, bytes.includes(plain)]).toEqual([name, false]);
      expect([name, statSync(join(vault.directory, name)).mode & 0o077]).toEqual([name, 0]);
    }
  });

  it('overwrites what is removed', async () => {
    await vault.secrets.put('session', 'a', { member: 'm1'.repeat(50) });
    await vault.secrets.put('session', 'b', { member: 'm2' });
    const file = new DatabaseSync(join(vault.directory, 'vault.db'));
    const { body } = file.prepare('SELECT body FROM sealed ORDER BY rowid LIMIT 1').get() as { body: Uint8Array };
    file.close();
    await vault.secrets.remove('session', 'a');
    vault.close();
    expect(readFileSync(join(vault.directory, 'vault.db')).includes(Buffer.from(body).subarray(20, 60))).toBe(false);
  });

  it('says so when a stored secret was changed from outside', async () => {
    await vault.secrets.put('session', 'a', { member: 'm1' });
    await vault.secrets.put('session', 'b', { member: 'm2' });
    const file = new DatabaseSync(join(vault.directory, 'vault.db'));
    file.exec('UPDATE sealed SET body = (SELECT body FROM sealed ORDER BY rowid LIMIT 1)');
    file.close();
    await expect(vault.secrets.get('session', 'b', noon)).rejects.toThrow(/kind "secret:session" cannot be decrypted/);
  });

  it('does not give what has expired, and removes it when told', async () => {
    await vault.secrets.put('state', 'a', { verifier: 'v' }, { expiresAt: later });
    await vault.secrets.put('state', 'for ever', { verifier: 'v' });
    expect(await vault.secrets.get('state', 'a', noon)).toEqual({ verifier: 'v' });
    expect(await vault.secrets.get('state', 'a', later)).toBeUndefined();
    expect(await vault.secrets.removeExpired(noon)).toBe(0);
    expect(await vault.secrets.removeExpired(later)).toBe(1);
    expect(await vault.secrets.get('state', 'for ever', later)).toEqual({ verifier: 'v' });
  });

  it('lets one of many win who put a new one at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => vault.secrets.putNew('credential', 'a', { n })),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await vault.secrets.get('credential', 'a', noon)).toEqual({ n: answers.indexOf(true) });
  });

  it('lets one of two takers have it', async () => {
    await vault.secrets.put('state', 'a', { verifier: 'v' });
    const taken = await Promise.all([vault.secrets.take('state', 'a', noon), vault.secrets.take('state', 'a', noon)]);
    expect(taken).toEqual([{ verifier: 'v' }, undefined]);
  });

  it('updates in one step, leaves it on undefined, and keeps the expiry', async () => {
    await vault.secrets.put('tries', 'a', { n: 1 }, { expiresAt: later });
    expect(await vault.secrets.update<{ n: number }>('tries', 'a', noon, (now) => ({ n: (now?.n ?? 0) + 1 }))).toEqual({
      n: 2,
    });
    expect(await vault.secrets.update<{ n: number }>('tries', 'a', noon, () => undefined)).toEqual({ n: 2 });
    expect(await vault.secrets.get('tries', 'a', later)).toBeUndefined();
    expect(await vault.secrets.update<{ n: number }>('tries', 'a', later, (now) => ({ n: (now?.n ?? 0) + 1 }))).toEqual(
      { n: 1 },
    );
    expect(await vault.secrets.get('tries', 'a', new Date('2030-01-01'))).toEqual({ n: 1 });
    await vault.secrets.update<{ n: number }>('tries', 'a', noon, () => ({ n: 5 }), { expiresAt: later });
    expect(await vault.secrets.get('tries', 'a', later)).toBeUndefined();
  });

  it('takes back only the change that failed', async () => {
    const good = vault.secrets.put('kind', 'good', { is: 'there' });
    const bad = vault.secrets.update('kind', 'bad', noon, () => {
      throw new Error('no');
    });
    const alsoGood = vault.secrets.put('kind', 'also good', { is: 'there' });
    await expect(bad).rejects.toThrow('no');
    await Promise.all([good, alsoGood]);
    expect(await vault.secrets.get('kind', 'good', noon)).toEqual({ is: 'there' });
    expect(await vault.secrets.get('kind', 'also good', noon)).toEqual({ is: 'there' });
  });

  it('loses no update between two processes', async () => {
    const rounds = 300;
    const add = `for (let i = 0; i < ${rounds}; i++) await vault.secrets.update('count', 'a', new Date(), (now) => ({ n: (now?.n ?? 0) + 1 }));`;
    const other = otherProcess(vault.directory, `say('ready');\n${add}`);
    await other.line();
    for (let i = 0; i < rounds; i++)
      await vault.secrets.update<{ n: number }>('count', 'a', noon, (now) => ({ n: (now?.n ?? 0) + 1 }));
    expect(await other.ended).toBe(0);
    expect(await vault.secrets.get('count', 'a', noon)).toEqual({ n: 2 * rounds });
  });
});
