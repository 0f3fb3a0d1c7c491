import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';

const page = (app: string): string =>
  `<html><meta name="linkage-build" content="__BUILD__" /><link rel="stylesheet" href="/styles-B1ShGH_S.css" nonce="__CSP_NONCE__"><body><app-root ngCspNonce="__CSP_NONCE__"></app-root>${app}<script nonce="__CSP_NONCE__" src="main-B1ShGH_S.js"></script></body></html>`;
const script = `console.log(${JSON.stringify('x'.repeat(5_000))})`;

describe('the browser apps', () => {
  let root: string;
  let linkage: ServerUnderTest;
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'linkage-web-'));
    write('dashboard/browser/index.html', page('dashboard'));
    write('dashboard/browser/main-B1ShGH_S.js', script);
    write('dashboard/browser/theme.js', 'early()');
    write('dashboard/browser/media/inter-cyrillic.woff2', 'font');
    write('microsite/browser/index.html', page('microsite'));
    write('microsite/browser/main-B1ShGH_S.js', 'microsite()');
    linkage = await serverUnderTest({ sandboxUrl: null }, root);
  });
  afterAll(async () => {
    await linkage.close();
    rmSync(root, { recursive: true });
  });

  it.each([
    ['/', 'dashboard'],
    ['/accounts/0190a000', 'dashboard'],
    ['/sign-in?from=%2F', 'dashboard'],
    ['/connect', 'microsite'],
    ['/connect/', 'microsite'],
    ['/connect/AZCgAAAAcACAAAAAAAAAAQ.u1Jk0aPq-_u1Jk0aPq-_u1Jk0aPq-_ab', 'microsite'],
    ['/connect/x?attempt=1', 'microsite'],
  ])('answers %s with the page of the %s', async (path, app) => {
    const answer = await linkage.browser().get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.text).toContain(`</app-root>${app}`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('gives each page a nonce of its own, the same in policy and page', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const { headers, text } = await linkage.browser().get('/');
        const policy = headers.get('content-security-policy') ?? '';
        const nonce = /script-src 'nonce-([\w-]{22})'/.exec(policy)?.[1] ?? '';
        expect(policy.split('; ')).toEqual([
          "default-src 'none'",
          `script-src 'nonce-${nonce}' 'strict-dynamic'`,
          `style-src 'nonce-${nonce}'`,
          "object-src 'none'",
          "img-src 'self' data:",
          "worker-src 'self'",
          "frame-src 'self'",
          "font-src 'self'",
          "connect-src 'self'",
          "manifest-src 'self'",
          "form-action 'none'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          'trusted-types angular angular#components default',
        ]);
        expect(text.split(`"${nonce}"`)).toHaveLength(4);
        expect(text).not.toContain('__CSP_NONCE__');
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('says its version in every answer and in its page', async () => {
    const answer = await linkage.browser().get('/');
    const build = answer.headers.get('x-linkage-build') ?? '';
    expect(build).toMatch(/^[\w-]{12}$/);
    expect(answer.text).toContain(`content="${build}"`);
    expect((await linkage.browser().get('/api/about')).headers.get('x-linkage-build')).toBe(build);
    expect((await linkage.browser().get('/api/invitations')).headers.get('x-linkage-build')).toBe(build);
  });

  it('lets browsers keep hashed files for ever and ask about the others', async () => {
    const hashed = await linkage.browser().get('/main-B1ShGH_S.js');
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(hashed.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const other = await linkage.browser().get('/media/inter-cyrillic.woff2');
    expect(other.headers.get('cache-control')).toBe('no-cache');
    const again = await linkage
      .browser()
      .get('/media/inter-cyrillic.woff2', { 'if-none-match': other.headers.get('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const)('compresses for a browser that accepts %s', async (accepted, encoding, decompress) => {
    const raw = await new Promise<{ encoding: unknown; body: Buffer }>((resolve) => {
      request(`${linkage.url}/main-B1ShGH_S.js`, { headers: { 'accept-encoding': accepted } }, (response) => {
        const chunks: Buffer[] = [];
        response
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(chunks) }));
      }).end();
    });
    expect(raw.encoding).toBe(encoding);
    expect(raw.body.length).toBeLessThan(500);
    expect(decompress(raw.body).toString()).toBe(script);
  });

  it.each([
    '/missing.js',
    '/connect/missing-B1ShGH_S.css',
    '/favicon.ico',
    '/api',
    '/api/nothing',
    '/api/',
    '/health/nothing',
    '/../secret.json',
    '/%2e%2e/%2e%2e/package.json',
  ])('answers 404 to %s, not a page', async (path) => {
    const answer = await linkage.browser().get(path);
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('keeps the apps apart', async () => {
    expect((await linkage.browser().get('/connect/main-B1ShGH_S.js')).text).toBe('microsite()');
    expect((await linkage.browser().get('/main-B1ShGH_S.js')).text).toBe(script);
  });

  it('has nothing to say to other methods', async () => {
    expect(await linkage.browser().post('/accounts/x')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await linkage.browser().send('HEAD', '/')).status).toBe(200);
  });
});

describe('browser apps that are not built', () => {
  let linkage: ServerUnderTest;
  beforeAll(async () => {
    linkage = await serverUnderTest();
  });
  afterAll(() => linkage.close());

  it.each([
    ['/', 'dashboard'],
    ['/connect/x', 'microsite'],
  ])('are explained at %s', async (path, app) => {
    const answer = await linkage.browser().get(path);
    expect(answer.status).toBe(503);
    expect(answer.text).toContain(`The ${app} is not built yet`);
    expect(answer.text).toContain('npm start');
  });
});
