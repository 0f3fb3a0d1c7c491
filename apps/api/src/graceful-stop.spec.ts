import { once } from 'node:events';
import { connect } from 'node:net';
import { eventually } from '@linkage/event-sourcing/testing';
import type { Browser } from './testing/browser';
import { ChildSandbox } from './testing/child-sandbox';
import { ChildServer } from './testing/child-server';
import { connectCreator, inviteCreator } from './testing/invited-creator';

const DAY_MS = 24 * 3_600_000;

/** A request that is sent in two halves, as over a very slow line. */
class SlowRequest {
  private readonly socket;
  private answer = '';

  constructor(
    server: ChildServer,
    desk: Browser,
    private readonly body: string,
  ) {
    this.socket = connect(server.port, '127.0.0.1');
    const cookie = [...desk.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    this.socket.on('data', (piece) => {
      this.answer += String(piece);
    });
    this.socket.on('error', (error) => {
      this.answer += String(error);
    });
    const lines = [
      'POST /api/invitations HTTP/1.1',
      `host: ${new URL(server.url).host}`,
      `origin: ${server.url}`,
      `cookie: ${cookie}`,
      'content-type: application/json',
    ];
    this.socket.write(
      `${[...lines, `content-length: ${Buffer.byteLength(body)}`, 'connection: close'].join('\r\n')}\r\n\r\n${body.slice(0, 10)}`,
    );
  }

  async finish(): Promise<string> {
    const closed = once(this.socket, 'close');
    this.socket.write(this.body.slice(10));
    await closed;
    return this.answer;
  }
}

describe('a server that is asked to end while a platform and a client are slow', () => {
  let sandbox: ChildSandbox;
  let server: ChildServer;
  let desk: Browser;
  beforeAll(async () => {
    sandbox = await ChildSandbox.start();
    server = await ChildServer.start({ env: { LINKAGE_SANDBOX_URL: sandbox.url } });
    await sandbox.registers(server.url);
    desk = server.browser;
    await desk.post('/api/registration', {
      workspaceName: 'Bright Brands',
      name: 'Ana',
      email: 'ana@example.com',
      password: 'correct horse battery',
    });
    await connectCreator(await inviteCreator(desk, 'noa@example.com'), server.url, 'instagram', 'atelier.amelie');
    await eventually(async () => (await account()).lastUpdatedAt !== null);
  }, 120_000);
  afterAll(async () => {
    await server.remove();
    await sandbox.end();
  });

  const account = async () => (await desk.get('/api/accounts')).body.items[0];

  it('is not ready any more, ends streams, answers what runs, and exits with 0', async () => {
    await sandbox.fault('instagram', { kind: 'timeout' });
    await sandbox.advance(DAY_MS);
    await eventually(async () => (await sandbox.calls()).some(({ note }) => note?.includes('timeout')));
    const stream = await desk.fetch('GET', '/api/live');
    const slow = new SlowRequest(server, desk, JSON.stringify({ name: 'Slow Line', email: 'slow@example.com' }));

    const exit = server.end('SIGTERM');
    await eventually(async () => {
      const { status, body } = await server.browser.get('/health/ready');
      expect([status, body.checks]).toEqual([503, [{ name: 'process', ok: false, note: 'is stopping' }]]);
    });
    expect(await stream.text()).toContain('retry');
    expect(await slow.finish()).toMatch(/^HTTP\/1\.1 201 /);
    expect(await exit).toBe(0);
  }, 60_000);

  it('has done what it answered, and the next one goes on with what was given back, without waiting for the run to count as dead', async () => {
    await sandbox.fault('instagram', null);
    await server.start();
    expect((await desk.get('/api/invitations?search=slow')).body.items).toHaveLength(1);
    const { lastUpdatedAt } = await account();
    await sandbox.advance(5_000);
    await eventually(async () => (await account()).lastUpdatedAt !== lastUpdatedAt);
  }, 60_000);
});
