import { eventually } from '@linkage/event-sourcing/testing';
import type { EventStoreDbProcess, TcpProxy } from '@linkage/stores/testing';
import type { Browser } from './testing/browser';
import { ChildServer } from './testing/child-server';

/** Needs a way to start a server: LINKAGE_EVENTSTORE_COMMAND (`npm run test:eventstoredb`). */
(process.env['LINKAGE_EVENTSTORE_COMMAND'] ? describe : describe.skip)('a server whose EventStoreDB goes away', () => {
  let store: EventStoreDbProcess;
  let proxy: TcpProxy;
  let server: ChildServer;
  let member: Browser;
  beforeAll(async () => {
    const stores = await import('@linkage/stores/testing');
    store = await stores.EventStoreDbProcess.prepare();
    proxy = await stores.TcpProxy.to(store.port);
    server = await ChildServer.start({
      until: '/health/live',
      env: { LINKAGE_EVENTSTORE_URL: `esdb://127.0.0.1:${proxy.port}?tls=false`, LINKAGE_LOG_LEVEL: 'error' },
    });
    member = server.browser;
  }, 120_000);
  afterAll(async () => {
    await server.remove();
    await proxy.end();
    await store.remove();
  });

  const invite = (index: number): ReturnType<Browser['post']> =>
    member.post(
      '/api/invitations',
      { name: `Creator ${index}`, email: `creator${index}@example.com` },
      { 'idempotency-key': `invite-${index}` },
    );
  const ready = () => server.browser.get('/health/ready');
  const emails = async (): Promise<string[]> =>
    (await member.get('/api/invitations?limit=200')).body.items.map(({ email }: { email: string }) => email).sort();

  it('waits for it at the start, says so in one line, and goes on when it comes', async () => {
    const answer = await eventually(async () => {
      const found = await ready();
      expect(found.status).toBe(503);
      return found;
    });
    expect(answer.body.checks).toContainEqual({ name: 'event-log', ok: false, note: expect.stringMatching(/answer/) });
    expect((await server.browser.get('/health/live')).status).toBe(200);
    await eventually(() => expect(server.output).toContain('Waiting for it; Linkage goes on by itself.'));
    expect(server.output.trim().split('\n').sort()).toEqual([
      expect.stringMatching(/^Linkage runs at/),
      expect.stringMatching(/^The event log cannot be used: .*answer/),
    ]);
    await store.start();
    await eventually(async () => (await ready()).status === 200, 120_000);
    await eventually(() => expect(server.output).toContain('The event log can be used again'));
    await member.post('/api/registration', {
      workspaceName: 'Bright Brands',
      name: 'Ana',
      email: 'ana@example.com',
      password: 'correct horse battery',
    });
    expect((await invite(0)).status).toBe(201);
  }, 400_000);

  it('answers commands with 503 and Retry-After while the line is cut, reads go on, and afterwards all is there once', async () => {
    await eventually(async () => expect(await emails()).toEqual(['creator0@example.com']));
    proxy.close();
    const refused = await invite(1);
    expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await emails()).toEqual(['creator0@example.com']);
    expect((await ready()).status).toBe(503);
    proxy.open();
    await eventually(async () => expect((await invite(1)).status).toBe(201));
    expect((await invite(1)).status).toBe(201);
    await eventually(async () => expect(await emails()).toEqual(['creator0@example.com', 'creator1@example.com']));
    await eventually(async () => (await ready()).status === 200, 120_000);
  }, 400_000);

  it('answers commands with 503 although it takes connections and says nothing; repeated afterwards they are done once', async () => {
    const before = await emails();
    proxy.hush();
    const refused = await Promise.all([2, 3].map((index) => invite(index)));
    for (const { status, body, headers } of refused) {
      // It is reading what was decided before that got no answer: nothing was sent to be saved.
      expect([status, body.code, body.detail]).toEqual([
        503,
        'unavailable',
        expect.stringContaining('so this was not done'),
      ]);
      expect(headers.get('retry-after')).toMatch(/^\d+$/);
    }
    expect(await emails()).toEqual(before);
    expect((await ready()).status).toBe(503);
    proxy.speak();
    for (const index of [2, 3, 2, 3])
      await eventually(async () => expect((await invite(index)).status).toBe(201), 120_000);
    await eventually(async () => (await ready()).status === 200, 120_000);
    expect(await emails()).toEqual([...before, 'creator2@example.com', 'creator3@example.com']);
  }, 400_000);

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'loses and doubles nothing when EventStoreDB gets %s under load',
    async (signal) => {
      const first = (await emails()).length;
      const indexes = Array.from({ length: 40 }, (_, index) => first + index);
      const untilTaken = async (index: number): Promise<void> => {
        await eventually(async () => {
          const { status, body } = await invite(index);
          if (status !== 201) expect([status, body.code]).toEqual([503, 'unavailable']);
          return status === 201;
        }, 300_000);
      };
      const taken = indexes.slice(0, 20).map(untilTaken);
      await Promise.race(taken);
      const ended = store.end(signal);
      taken.push(...indexes.slice(20).map(untilTaken));
      await ended;
      await store.start();
      await Promise.all(taken);
      const all = Array.from({ length: first + 40 }, (_, index) => `creator${index}@example.com`).sort();
      await eventually(async () => expect(await emails()).toEqual(all));
      await eventually(async () => (await ready()).status === 200, 120_000);
      const { items } = (await member.get('/api/invitations?limit=200')).body;
      await eventually(async () => {
        for (const { email } of items.slice(0, 3))
          expect((await server.browser.get(`/mailbox/api/messages?to=${encodeURIComponent(email)}`)).body).toHaveLength(
            1,
          );
      });
    },
    400_000,
  );
});
