import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { eventually } from '@linkage/event-sourcing/testing';
import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';
import { runCommandLine } from './run-command-line';
import { verifyVaultCommand } from './verify-vault.command-line';

describe('npm run linkage -- verify-vault', () => {
  let linkage: ServerUnderTest;
  const file = (): string => join(linkage.config.dataDirectory, 'vault.db');
  const run = async (directory = linkage.config.dataDirectory, ...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const lines = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
    const code = await runCommandLine(
      [verifyVaultCommand],
      ['verify-vault', ...args],
      { LINKAGE_DATA: directory },
      lines,
    );
    return { code, out, err };
  };
  const flip = async (kind: string): Promise<void> => {
    const db = new DatabaseSync(file());
    await eventually(() => expect(db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()).toMatchObject({ busy: 0 }));
    const { body } = db.prepare('SELECT body FROM sealed WHERE kind = ? LIMIT 1').get(kind) as { body: Uint8Array };
    db.close();
    const bytes = readFileSync(file());
    const at = bytes.indexOf(Buffer.from(body)) + 20;
    bytes[at] = (bytes[at] ?? 0) ^ 0x01;
    writeFileSync(file(), bytes);
  };

  beforeAll(async () => {
    linkage = await serverUnderTest();
    const member = await linkage.member();
    await member.post('/api/invitations', { name: 'Noa', email: 'noa@example.com' });
  });
  afterAll(() => linkage.close());

  it('finds nothing wrong beside a running server, and tells kinds and counts only', async () => {
    const { code, out, err } = await run();
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out).toContain('  1 session');
    expect(out.at(-1)).toMatch(
      /^Nothing is wrong with \d+ records, and the keys of all 2 people in the log are there\.$/,
    );
    expect(out.join('\n')).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    const { out: json } = await run(undefined, '--json');
    expect(JSON.parse(json.join(''))).toMatchObject({ ok: true, damaged: [], keys: { people: 2, missing: 0 } });
  });

  it('finds a key that is missing though its person was not erased', async () => {
    const db = new DatabaseSync(file());
    const kept = db.prepare(`SELECT * FROM sealed WHERE kind = 'subject-key'`).all();
    db.exec(`PRAGMA secure_delete = ON; DELETE FROM sealed WHERE kind = 'subject-key'`);
    expect(await run()).toMatchObject({
      code: 1,
      out: expect.arrayContaining([expect.stringMatching(/^BROKEN The keys of 2 of 2 people in the log are missing/)]),
    });
    for (const row of kept)
      db.prepare('INSERT INTO sealed (kind, name, body, expires, tag) VALUES (?, ?, ?, ?, ?)').run(
        ...(Object.values(row) as string[]),
      );
    db.close();
    expect(await run()).toMatchObject({ code: 0 });
  });

  it('finds one wrong byte; the running server says so when it is asked whether it is ready', async () => {
    await flip('secret:session');
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toContain('BROKEN 1 session is not what was written.');
    expect(out.at(-1)).toContain('restore the newest backup');
    await eventually(async () => {
      const { status, body } = await linkage.browser().get('/health/ready');
      expect({ status, vault: body.checks.find((check: { name: string }) => check.name === 'vault') }).toEqual({
        status: 503,
        vault: expect.objectContaining({ ok: false, note: expect.stringContaining('damaged: secret:session') }),
      });
    });
    await flip('secret:session');
    expect(await run()).toMatchObject({ code: 0 });
  });

  it('makes no vault where there is none', async () => {
    const nowhere = mkdtempSync(join(tmpdir(), 'linkage-nothing-'));
    expect(await run(nowhere)).toMatchObject({ code: 1, err: [expect.stringContaining('There is no ')] });
    rmSync(nowhere, { recursive: true });
  });
});
