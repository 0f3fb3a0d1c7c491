import { request } from 'node:http';
import { ImitatedProxy, passing, type Passing } from './testing/imitated-proxy';
import { serverUnderTest, type ServerUnderTest } from './testing/server-under-test';

const NAME = 'linkage.example.com';
const PROXY = '127.0.0.2';

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

describe('behind a proxy', () => {
  let linkage: ServerUnderTest;
  let proxy: ImitatedProxy;
  const start = async (pass: Passing, change: Parameters<typeof serverUnderTest>[0] = {}): Promise<void> => {
    linkage = await serverUnderTest({ publicUrl: `https://${NAME}`, trustedProxies: [PROXY], ...change });
    proxy = await ImitatedProxy.start(linkage.config.port, pass, PROXY);
  };
  afterEach(async () => {
    await proxy.close();
    await linkage.close();
  });

  /** As a browser asks the proxy; `until`: enough of a stream that does not end. */
  const ask = (
    path: string,
    {
      method = 'GET',
      headers = {},
      body,
      until,
    }: { method?: string; headers?: Record<string, string>; body?: object; until?: RegExp } = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request(
        `${proxy.url}${path}`,
        {
          method,
          headers: {
            host: NAME,
            accept: 'text/html',
            ...(method !== 'GET' && { origin: `https://${NAME}`, 'content-type': 'application/json' }),
            ...headers,
          },
        },
        (reply) => {
          let text = '';
          const done = (): void => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text });
          reply.on('data', (piece: Buffer) => {
            text += String(piece);
            if (until?.test(text)) {
              done();
              sent.destroy();
            }
          });
          reply.on('end', done);
        },
      );
      sent.on('error', reject);
      sent.end(body && JSON.stringify(body));
    });
  const tryKey = (client: string, forwarded?: string): Promise<Answer> =>
    ask('/api/operator/session', {
      method: 'POST',
      headers: { 'x-client-of-proxy': client, ...(forwarded && { 'x-forwarded-for': forwarded }) },
      body: { key: 'not the key of this operator, but as long' },
    });

  it.each([
    ['nginx', passing.nginx],
    ['nginx that adds the port', passing.nginxWithPort],
    ['Caddy', passing.caddy],
    ['Apache', passing.apacheByItself],
  ] as const)('%s, named in LINKAGE_TRUSTED_PROXIES, brings people to the right place', async (_, pass) => {
    await start(pass);
    expect((await ask('/')).status).toBe(503);
    expect(JSON.parse((await ask('/api/about')).text)).toMatchObject({ mode: 'demo', registration: 'open' });
    const registered = await ask('/api/registration', {
      method: 'POST',
      body: { workspaceName: 'Acme', name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' },
    });
    expect(registered.status).toBe(201);
    const [cookie = ''] = registered.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^__Host-.*; Secure(;|$)/);
    const live = await ask('/api/live', { headers: { cookie: cookie.split(';')[0] ?? '' }, until: /\n\n/ });
    expect(live.headers['x-accel-buffering']).toBe('no');
  });

  it.each([
    ['nginx without a name', passing.nginxByItself, /proxy_set_header Host .*Host: 127\.0\.0\.1:\d+/s],
    ['Apache that is not named', passing.apacheByItself, /LINKAGE_TRUSTED_PROXIES=127\.0\.0\.2/],
  ] as const)('%s is explained at once, not sent on', async (_, pass, explained) => {
    await start(pass, { trustedProxies: undefined });
    const answer = await ask('/accounts');
    expect(answer.status).toBe(421);
    const page = answer.text.replace(/<[^>]+>/g, '');
    expect(page).toMatch(explained);
    expect(page).toContain(`LINKAGE_PUBLIC_URL=https://${NAME}`);
    expect((await ask('/api/about', { headers: { accept: 'application/json' } })).status).toBe(421);
  });

  it.each([
    ['as documented', passing.nginx],
    ['that adds to what its client sent', passing.nginxWithPort],
  ])('of nginx %s has limits for each client, so that one cannot lock the others out', async (_, pass) => {
    await start(pass);
    for (let tried = 0; tried < 10; tried += 1) expect((await tryKey('198.51.100.1')).status).toBe(401);
    expect((await tryKey('198.51.100.1')).status).toBe(429);
    expect((await tryKey('198.51.100.1', 'I am 198.51.100.77')).status).toBe(429);
    expect((await tryKey('198.51.100.1', '198.51.100.77')).status).toBe(429);
    expect((await tryKey('198.51.100.2')).status).toBe(401);
  });

  it('keeps the mailbox from a page under a name that was pointed here, whatever it sends', async () => {
    linkage = await serverUnderTest();
    const { host } = new URL(linkage.url);
    proxy = await ImitatedProxy.start(linkage.config.port, (headers) => headers);
    expect((await ask('/mailbox/api/messages', { headers: { host } })).status).toBe(200);
    const rebound = { host: `evil.test:${linkage.config.port}`, 'x-forwarded-host': host, accept: '*/*' };
    expect((await ask('/mailbox/api/messages', { headers: rebound })).status).toBe(421);
    expect((await ask('/mailbox', { headers: { ...rebound, accept: 'text/html' } })).text).not.toContain('No mail');
  });
});
