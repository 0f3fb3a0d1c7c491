import { routesOf } from '@linkage/http';
import { serverUnderTest, type ServerUnderTest } from './testing/server-under-test';

/** What it says is the same for every caller. */
const open: ReadonlySet<string> = new Set(['/api/openapi.json']);

describe('no browser and no proxy keeps', () => {
  let linkage: ServerUnderTest;
  let member: Awaited<ReturnType<ServerUnderTest['member']>>;
  beforeAll(async () => {
    linkage = await serverUnderTest();
    member = await linkage.member();
  });
  afterAll(() => linkage.close());

  it('an answer of the API, of whatever status', async () => {
    const routes = routesOf(linkage.server.app).filter(({ path }) => path.startsWith('/api/') && !open.has(path));
    expect(routes.length).toBeGreaterThan(20);
    for (const { method, path } of routes.filter((route) => route.path !== '/api/session' || route.method === 'GET')) {
      const leave = new AbortController();
      const body = method === 'POST' ? {} : undefined;
      const { headers } = await member.fetch(method, path.replace(/:\w+/g, 'x'), body, {}, leave.signal);
      leave.abort();
      expect({ method, path, kept: headers.get('cache-control') }).toEqual({
        method,
        path,
        kept: expect.stringMatching(/^no-store(, no-transform)?$/),
      });
    }
  });

  it('a page, a mail, a refusal or what a probe is told', async () => {
    for (const path of ['/', '/connect/x', '/mailbox', '/mailbox/1', '/health/ready', '/api/nothing', '/api/%E0%A4%A'])
      expect([path, (await member.get(path)).headers.get('cache-control')]).toEqual([path, 'no-store']);
  });
});
