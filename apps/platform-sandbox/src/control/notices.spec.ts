import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createConnectors, sandboxClient, sandboxHosts } from '@linkage/platforms';
import { grantOf } from '@linkage/platforms/testing';
import type { RunningSandbox } from '../server';
import { postJson, startForTest, testNow } from '../testing/visitor';

/** What a call-back of an app got. */
interface Heard {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
}

describe('what a platform posts by itself', () => {
  const heard: Heard[] = [];
  let app: Server;
  let running: RunningSandbox;
  let origin: string;
  beforeAll(async () => {
    app = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        heard.push({ path: request.url ?? '', form: Object.fromEntries(new URLSearchParams(body)) });
        response.writeHead(200).end('{"confirmation_code":"c"}');
      });
    });
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
    running = await startForTest({
      redirectUris: ['http://localhost:3000/api/oauth/{platform}/callback', `${origin}/oauth/{platform}/callback`],
    });
  });
  afterAll(async () => {
    await running.close();
    await new Promise((resolve) => app.close(resolve));
  });
  const act = (path: string, body: object = {}) =>
    postJson<{ posted: { url: string; status: number; body: string }; error: string }>(
      `${running.url}/control/api/people/${path}`,
      body,
    );
  const connector = () =>
    createConnectors(
      { facebook: { ...sandboxClient, hosts: sandboxHosts(running.url).facebook } },
      { clock: { now: () => testNow }, report: () => undefined },
    ).find('facebook')!;

  it.each(['deauthorize', 'delete-data'] as const)(
    'posts %s as a form that is signed with the app’s secret',
    async (name) => {
      const grant = await grantOf(connector(), { person: 'sana.moves' });
      const to = `${origin}/oauth/facebook/${name}`;
      const { status, body } = await act(`facebook/sana.moves/${name}`, { to });
      expect({ status, posted: body.posted }).toEqual({
        status: 200,
        posted: { url: to, status: 200, body: '{"confirmation_code":"c"}' },
      });
      const { path, form } = heard.at(-1)!;
      expect(path).toBe(`/oauth/facebook/${name}`);
      expect(connector().noticeOf?.(form)).toEqual({ loginId: grant.loginId, at: testNow });
      const works = await connector()
        .identify(grant)
        .then(
          () => true,
          () => false,
        );
      expect(works).toBe(name === 'delete-data');
    },
  );

  it('goes beside the redirect URI unless it is said where', async () => {
    running.sandbox.redirectUris.register([`${origin}/oauth/{platform}/callback`]);
    expect((await act('facebook/pixel.moth/delete-data')).body.posted.url).toBe(`${origin}/oauth/facebook/delete-data`);
  });

  it('goes nowhere but to servers that are registered, and only where the platform has it', async () => {
    const elsewhere = await act('facebook/pixel.moth/deauthorize', { to: 'http://169.254.169.254/latest' });
    expect(elsewhere).toMatchObject({ status: 400, body: { error: expect.stringContaining('to must be') as unknown } });
    expect(await act('youtube/luciaferngarden/deauthorize')).toMatchObject({ status: 400 });
  });

  it('says that it had no answer', async () => {
    running.sandbox.redirectUris.register(['http://127.0.0.1:1/callback']);
    const { status, body } = await act('facebook/pixel.moth/delete-data');
    expect({ status, error: body.error }).toEqual({
      status: 400,
      error: 'http://127.0.0.1:1/delete-data did not answer. Does what should hear it run?',
    });
  });
});
