import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { eventually } from '@linkage/event-sourcing/testing';
import fc from 'fast-check';
import { openVault } from './open-vault';
import { testVault, type TestVault } from './testing';
import type { VaultVerdict } from './vault.port';

describe('the check of the vault', () => {
  let vault: TestVault;
  const file = (): string => join(vault.directory, 'vault.db');
  const fill = async (): Promise<void> => {
    await Promise.all(Array.from({ length: 300 }, (_, index) => vault.keys.obtain(`person-${index}`)));
    await vault.grants.put('account-1', { accessToken: 'an access token', refreshToken: null });
    await vault.secrets.put('session', 'abc', { memberId: 'm1' }, { expiresAt: new Date('2099-01-01') });
    await vault.hashes.ofWorkspace('workspace-1', 'value');
    await vault.keys.erase('person-0');
  };
  beforeEach(() => (vault = testVault({ checkEveryMs: 10 })));
  afterEach(() => vault.remove());

  /** Closes it, changes the file, opens it again. Undefined: the changed file does not open. */
  const verdictAfter = async (change: () => void): Promise<VaultVerdict | undefined> => {
    vault.close();
    change();
    let again;
    try {
      again = openVault({ directory: vault.directory });
    } catch {
      return undefined;
    }
    const verdict = await again.check.verify();
    again.close();
    return verdict;
  };
  const flipAt = (at: number): void => {
    const bytes = readFileSync(file());
    bytes[at] = (bytes[at] ?? 0) ^ 0x01;
    writeFileSync(file(), bytes);
  };
  const inside = (kind: string, column: 'body' | 'tag'): number => {
    const db = new DatabaseSync(file());
    const row = db.prepare(`SELECT ${column} AS bytes FROM sealed WHERE kind = ? LIMIT 1`).get(kind) as {
      bytes: Uint8Array;
    };
    db.close();
    return readFileSync(file()).indexOf(Buffer.from(row.bytes)) + 5;
  };

  it('finds nothing in a vault that is as it was written, and says what is in it', async () => {
    await fill();
    expect(await vault.check.verify()).toEqual({
      records: 303,
      kinds: {
        'subject-key': 299,
        'erased-subject': 1,
        grant: 1,
        'secret:session': 1,
        'workspace-key': 1,
      },
      damaged: [],
      file: [],
    });
    expect(vault.check.known()).toEqual([]);
  });

  it.each(['subject-key', 'erased-subject', 'grant', 'secret:session', 'workspace-key'])(
    'finds one wrong bit in a record of the kind %s',
    async (kind) => {
      await fill();
      expect(await verdictAfter(() => flipAt(inside(kind, 'body')))).toMatchObject({ damaged: [{ kind, records: 1 }] });
    },
  );

  it('finds what is not sealed, too: a kind, an expiry, a tag', async () => {
    await fill();
    const change = (sql: string) => (): void => {
      const db = new DatabaseSync(file());
      db.exec(sql);
      db.close();
    };
    expect(await verdictAfter(change(`UPDATE sealed SET kind = 'grand' WHERE kind = 'grant'`))).toMatchObject({
      damaged: [{ kind: 'grand', records: 1 }],
    });
    expect(await verdictAfter(change(`UPDATE sealed SET expires = 1 WHERE kind = 'secret:session'`))).toMatchObject({
      damaged: [{ kind: 'grand' }, { kind: 'secret:session', records: 1 }],
    });
    expect(await verdictAfter(change(`UPDATE sealed SET tag = NULL WHERE kind = 'workspace-key'`))).toMatchObject({
      damaged: [{ kind: 'grand' }, { kind: 'secret:session' }, { kind: 'workspace-key' }],
    });
    expect(await verdictAfter(change(`UPDATE erasures SET count = 0`))).toMatchObject({
      damaged: expect.arrayContaining([{ kind: 'erasures', records: 1 }]),
    });
  });

  it('finds any wrong bit anywhere in the file that changes what is read', async () => {
    await fill();
    vault.close();
    const good = readFileSync(file());
    const contentOf = (): unknown => {
      const db = new DatabaseSync(file());
      try {
        return JSON.stringify(db.prepare('SELECT * FROM sealed ORDER BY rowid').all());
      } finally {
        db.close();
      }
    };
    const before = contentOf();
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length * 8 - 1), async (bit) => {
        const bytes = Buffer.from(good);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const verdict = await verdictAfter(() => writeFileSync(file(), bytes));
        if (verdict === undefined || verdict.file.length > 0 || verdict.damaged.length > 0) return;
        expect(contentOf()).toBe(before);
      }),
      { numRuns: 100 },
    );
    writeFileSync(file(), good);
  });

  it('tells what became of the key of a person', async () => {
    await fill();
    expect(await Promise.all(['person-1', 'person-0', 'nobody'].map((one) => vault.check.keyOf(one)))).toEqual([
      'opens',
      'erased',
      'missing',
    ]);
    const db = new DatabaseSync(file());
    db.exec(`UPDATE sealed SET body = randomblob(62) WHERE kind = 'subject-key'`);
    db.close();
    expect(await vault.check.keyOf('person-1')).toBe('damaged');
    expect(vault.check.known()).toEqual([{ kind: 'subject-key', records: 1 }]);
  });

  it('finds in the background what went wrong while it runs, also under what is cached, and that it was mended', async () => {
    await fill();
    const stop = vault.check.watch();
    const at = inside('grant', 'body');
    new DatabaseSync(file()).exec('PRAGMA wal_checkpoint(TRUNCATE)');
    flipAt(at);
    await eventually(() => expect(vault.check.known()).toEqual([{ kind: 'grant', records: 1 }]));
    flipAt(at);
    await eventually(() => expect(vault.check.known()).toEqual([]));
    stop();
  });

  it('gives the records of an older vault their tags when it is opened', async () => {
    await fill();
    vault.close();
    const db = new DatabaseSync(file());
    db.exec('ALTER TABLE sealed DROP COLUMN tag; PRAGMA user_version = 1');
    db.close();
    expect(await verdictAfter(() => undefined)).toMatchObject({ records: 303, damaged: [], file: [] });
    expect(await verdictAfter(() => flipAt(inside('grant', 'body')))).toMatchObject({
      damaged: [{ kind: 'grant', records: 1 }],
    });
  });
});
