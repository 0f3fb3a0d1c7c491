import { readdir, stat } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { ChildServer } from './testing/child-server';

const NAME = 'linkage.example.com';

/** The variables that production asks for, and nothing else. */
const required = {
  LINKAGE_MODE: 'production',
  LINKAGE_PUBLIC_URL: `https://${NAME}`,
  LINKAGE_SMTP_URL: 'smtp://127.0.0.1:9',
  LINKAGE_MAIL_FROM: 'Acme <creators@acme.example>',
  LINKAGE_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  LINKAGE_OPERATOR_KEY: 'an operator key that is long enough',
};

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

describe('a fresh start of production with only the required variables', () => {
  let linkage: ChildServer;
  beforeAll(async () => {
    linkage = await ChildServer.start({ env: { ...required, LINKAGE_SANDBOX_URL: '' } });
  }, 120_000);
  afterAll(() => linkage.remove());

  const ask = (
    path: string,
    { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: object } = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request(
        `${linkage.url}${path}`,
        { method, headers: { host: NAME, ...(body && { 'content-type': 'application/json' }), ...headers } },
        (reply) => {
          let text = '';
          reply.on('data', (piece: Buffer) => (text += String(piece)));
          reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }));
        },
      );
      sent.on('error', reject);
      sent.end(body && JSON.stringify(body));
    });

  it('has no sandbox, no mailbox and no movable clock', async () => {
    const about = JSON.parse((await ask('/api/about')).text);
    expect(about).toMatchObject({ mode: 'production', mailboxUrl: null, sandboxUrl: null });
    for (const path of ['/mailbox', '/mailbox/api/messages']) expect((await ask(path)).status).toBe(404);
  });

  it('has registration closed', async () => {
    const stranger = {
      workspaceName: 'Acme',
      name: 'Ana',
      email: 'ana@example.com',
      password: 'a long gooseberry jam',
    };
    const answer = await ask('/api/registration', { method: 'POST', body: stranger });
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('sends cookies over https only, and tells browsers to stay there', async () => {
    const signedIn = await ask('/api/operator/session', {
      method: 'POST',
      body: { key: required.LINKAGE_OPERATOR_KEY },
    });
    expect(signedIn.status).toBe(204);
    const cookies = signedIn.headers['set-cookie'] ?? [];
    expect(cookies).toHaveLength(1);
    for (const cookie of cookies) expect(cookie).toMatch(/^__Host-(?=.*; HttpOnly)(?=.*; SameSite=)(?=.*; Secure)/);
    for (const path of ['/', '/api/about', '/connect/x', '/api/nothing'])
      expect((await ask(path)).headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  });

  it.each(['/', '/connect/x', '/api/about', '/api/session', '/api/nothing', '/missing.js'])(
    'puts its headers on %s',
    async (path) => {
      const { headers } = await ask(path);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
    },
  );

  it.each(['127.0.0.1', 'localhost', 'evil.test:3000', 'linkage.example.com.evil.test:8080'])(
    'answers nothing under the name %s, whatever else is sent',
    async (host) => {
      const headers = { host, 'x-forwarded-host': NAME, 'x-forwarded-proto': 'https', forwarded: `host=${NAME}` };
      expect((await ask('/api/about', { headers })).status).toBe(421);
      const key = { key: required.LINKAGE_OPERATOR_KEY };
      expect((await ask('/api/operator/session', { method: 'POST', headers, body: key })).status).toBe(421);
    },
  );

  it('keeps its files to itself, and no key beside what it opens', async () => {
    const names = await readdir(linkage.directory);
    expect(names).toEqual(expect.arrayContaining(['log.db', 'vault.db', 'documents.db']));
    expect(names.filter((name) => name.endsWith('.key'))).toEqual([]);
    const modes = await Promise.all(
      ['', ...names].map(async (name) => ((await stat(join(linkage.directory, name))).mode & 0o077).toString(8)),
    );
    expect([...new Set(modes)]).toEqual(['0']);
  });

  it('says nothing of what it was given to keep', () => {
    expect(linkage.output).not.toContain(required.LINKAGE_MASTER_KEY);
    expect(linkage.output).not.toContain(required.LINKAGE_OPERATOR_KEY);
    expect(linkage.output).not.toContain('WARNING');
  });
});

describe('production that is not safe', () => {
  /** A limit for what hangs: each of these is a process that starts on a busy machine. */
  const PATIENCE_MS = 120_000;
  const start = (env: Readonly<Record<string, string>>): Promise<ChildServer> =>
    ChildServer.start({ env: { ...required, LINKAGE_SANDBOX_URL: '', ...env } });

  it(
    'does not start without what it needs, and names all of that at once',
    async () => {
      const names = Object.keys(required).filter((name) => name !== 'LINKAGE_MODE');
      const none = start(Object.fromEntries(names.map((name) => [name, ''])));
      const trouble = await none.then(
        () => '',
        (error: Error) => error.message,
      );
      expect(trouble).toContain('ended with 1:\nLinkage cannot start with these settings:');
      for (const name of names) expect(trouble).toContain(`\n  ${name}: give `);
      expect(trouble).not.toMatch(/\n\s+at /);
    },
    PATIENCE_MS,
  );
  it(
    'does not start over http, and says what to do',
    async () => {
      const trouble = /LINKAGE_PUBLIC_URL: use https.*LINKAGE_ALLOW_HTTP=true/;
      await expect(start({ LINKAGE_PUBLIC_URL: `http://${NAME}` })).rejects.toThrow(trouble);
    },
    PATIENCE_MS,
  );
  it(
    'starts over http where that is accepted, with a warning',
    async () => {
      const accepted = await start({ LINKAGE_PUBLIC_URL: `http://${NAME}`, LINKAGE_ALLOW_HTTP: 'true' });
      expect(accepted.output).toContain(`WARNING: Linkage is reached over http at http://${NAME}`);
      await accepted.remove();
    },
    PATIENCE_MS,
  );
});
