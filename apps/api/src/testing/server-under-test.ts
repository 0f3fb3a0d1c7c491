import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config';
import { startServer, type RunningServer } from '../server';
import { Browser } from './browser';

export interface ServerUnderTest {
  readonly url: string;
  readonly config: Config;
  server: RunningServer;
  /** A browser with cookies of its own. */
  browser(): Browser;
  /** The owner of a workspace that was just registered. */
  member(name?: string): Promise<Browser>;
  /** Stops the server and starts it on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/**
 * The whole server in this process, on an empty data folder and a free port; without a platform sandbox unless `change`
 * gives one.
 */
export async function serverUnderTest(change: Partial<Config> = {}, webRoot = '/nowhere'): Promise<ServerUnderTest> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config: Config = {
    mode: 'demo',
    registration: 'open',
    host: '127.0.0.1',
    port,
    publicUrl: url,
    trustedProxies: undefined,
    dataDirectory: await mkdtemp(join(tmpdir(), 'linkage-api-')),
    eventStoreUrl: undefined,
    sandboxUrl: null,
    sendsMail: true,
    mostCalls: {},
    webhookSecrets: {},
    smtpUrl: undefined,
    bounceAddress: undefined,
    bounceListen: undefined,
    mailFrom: 'Linkage <linkage@example.com>',
    mailQuotas: null,
    salesUrl: null,
    masterKey: undefined,
    operatorKey: undefined,
    credentials: {},
    pictures: { one: 2_000_000, all: 50_000_000 },
    logLevel: 'silent',
    roles: ['web', 'projections', 'reactors', 'ingestion'],
    ...change,
  };
  let members = 0;
  const test: ServerUnderTest = {
    url,
    config,
    server: await startServer(config, webRoot),
    browser: () => new Browser(url),
    member: async (name = `Member ${(members += 1)}`) => {
      const browser = new Browser(url);
      const answer = await browser.post('/api/registration', {
        workspaceName: `${name}'s brand`,
        name,
        email: `${name.toLowerCase().replace(/\W+/g, '.')}@example.com`,
        password: 'correct horse battery',
      });
      if (answer.status !== 201) throw new Error(`registration answered ${answer.status}: ${answer.text}`);
      return browser;
    },
    restart: async () => {
      await test.server.close();
      test.server = await startServer(config, webRoot);
    },
    close: async () => {
      await test.server.close();
      await rm(config.dataDirectory, { recursive: true, force: true });
    },
  };
  return test;
}
