import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createConnectors, sandboxClient, sandboxHosts, type WebhookMessage } from '@linkage/platforms';
import type { TwitchAppToken, TwitchSubscriptions } from '@linkage/platforms/wire';
import { grantOf } from '@linkage/platforms/testing';
import type { RunningSandbox } from '../server';
import { call, client, post, postJson, startForTest, testNow } from '../testing/visitor';

const path = '/helix/eventsub/subscriptions';

/** Probes until it holds, or the test is over. */
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((again) => setTimeout(again, 20));
};

describe('subscriptions of EventSub', () => {
  const heard: (WebhookMessage | null | undefined)[] = [];
  /** The receiving app answers a challenge. */
  let answers: boolean;
  let app: Server;
  let origin: string;
  let running: RunningSandbox;

  const connector = (webhookSecret = 'a secret of some length') =>
    createConnectors(
      { twitch: { ...sandboxClient, hosts: sandboxHosts(running.url).twitch, webhookSecret } },
      { clock: { now: () => testNow }, report: () => undefined },
    ).find('twitch')!;

  beforeEach(async () => {
    heard.length = 0;
    answers = true;
    app = createServer((request, response) => {
      void request.toArray().then((parts) => {
        const headers = request.headers as Readonly<Record<string, string | undefined>>;
        const message = connector().webhook?.read({ headers, body: parts.join('') });
        heard.push(message);
        response.end(message?.is === 'challenge' && answers ? message.answer : '');
      });
    });
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
    running = await startForTest({
      redirectUris: ['http://localhost:3000/api/oauth/{platform}/callback', `${origin}/oauth/{platform}/callback`],
    });
  });
  afterEach(async () => {
    await running.close();
    await new Promise((resolve) => app.close(resolve));
  });

  const subscribe = (address = `${origin}/messages`) => connector().webhook!.subscribe(address);
  const stands = () => until(async () => (await subscribe()) === 'stands');
  const revoke = (person: string) => postJson(`${running.url}/control/api/people/twitch/${person}/revoke`, {});
  const asApp = async (init: RequestInit = {}) => {
    const form = { ...client, grant_type: 'client_credentials' };
    const { body } = await post<TwitchAppToken>(`${running.url}/twitch/id/oauth2/token`, form);
    const headers = { authorization: `Bearer ${body.access_token}`, 'client-id': client.client_id, ...init.headers };
    return { ...init, headers };
  };
  const list = async () =>
    (await call<TwitchSubscriptions>(`${running.url}/twitch/api${path}`, await asApp())).body.data;

  it('are asked for once, tried, and hear of each person that disconnects the app', async () => {
    expect(await subscribe()).toBe('asked');
    await stands();
    expect(heard).toEqual([expect.objectContaining({ is: 'challenge' })]);
    expect(await list()).toHaveLength(1);

    const grant = await grantOf(connector(), { person: 'kwamecuts' });
    const { platformAccountId: loginId } = await connector().identify(grant);
    await revoke('kwamecuts');
    expect(heard.at(-1)).toMatchObject({ is: 'withdrawal', notice: { loginId, at: testNow } });
  });

  it('that were not answered are asked for again', async () => {
    answers = false;
    await subscribe();
    await until(async () => (await list())[0]?.status === 'webhook_callback_verification_failed');
    await revoke('kwamecuts');
    expect(heard.map((message) => message?.is)).toEqual(['challenge']);
    answers = true;
    expect(await subscribe()).toBe('asked');
    await stands();
    expect(await list()).toHaveLength(1);
  });

  it('leave alone those of another address', async () => {
    await subscribe(`${origin}/another`);
    await subscribe();
    await stands();
    expect((await list()).map(({ transport }) => transport.callback).sort()).toEqual([
      `${origin}/another`,
      `${origin}/messages`,
    ]);
  });

  it('are for the app itself, for its own people, and for servers that are registered', async () => {
    const body = {
      type: 'user.authorization.revoke',
      version: '1',
      condition: { client_id: client.client_id },
      transport: { method: 'webhook', callback: `${origin}/x`, secret: 'a secret of some length' },
    };
    const ask = async (change: object) => {
      const json = { 'content-type': 'application/json' };
      const init = await asApp({ method: 'POST', headers: json, body: JSON.stringify({ ...body, ...change }) });
      return (await call(`${running.url}/twitch/api${path}`, init)).status;
    };
    expect(await ask({ type: 'stream.online' })).toBe(400);
    expect(await ask({ condition: { client_id: 'another' } })).toBe(403);
    expect(await ask({ transport: { ...body.transport, callback: 'http://169.254.169.254/x' } })).toBe(400);
    expect(await ask({ transport: { ...body.transport, secret: 'short' } })).toBe(400);
    expect(await ask({})).toBe(202);
    expect(await ask({})).toBe(409);
    const { accessToken } = await grantOf(connector(), { person: 'kwamecuts' });
    const headers = { authorization: `Bearer ${accessToken}`, 'client-id': client.client_id };
    expect((await call(`${running.url}/twitch/api${path}`, { headers })).status).toBe(400);
    expect((await call(`${running.url}/twitch/api${path}`)).status).toBe(401);
  });
});
