import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startEventStore } from './event-store';
import { end, freePort, launch, until, type Running } from './processes';
import { runFolder } from './run-folder';

/** A whole Linkage of one's own: server and platform sandbox as processes, on free ports and an empty data folder. */
export interface Installation {
  /** Origin of dashboard, microsite, API and mailbox. */
  readonly url: string;
  /** Origin of the platform sandbox: another host name, so really cross-site. */
  readonly sandboxUrl: string;
  /** Kills the server without warning and starts it again on the same data folder. */
  crashAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

/** Of every installation here. */
export const operatorKey = 'the operator key of all journeys, long enough';

export const startInstallation = async (): Promise<Installation> => {
  const data = await mkdtemp(join(runFolder(), 'data-'));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const url = `http://localhost:${port}`;
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;

  const sandbox = launch('platform-sandbox', {
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_REDIRECT_URIS: `${url}/api/oauth/{platform}/callback`,
  });
  await until(`${sandboxUrl}/control/api/clock`, sandbox);

  const eventStore = await startEventStore(join(data, 'eventstore'));
  const startServer = async (): Promise<Running> => {
    const server = launch('api', {
      LINKAGE_MODE: 'demo',
      LINKAGE_PORT: String(port),
      LINKAGE_PUBLIC_URL: url,
      LINKAGE_SANDBOX_URL: sandboxUrl,
      LINKAGE_DATA: data,
      LINKAGE_OPERATOR_KEY: operatorKey,
      LINKAGE_SALES_URL: 'https://calendar.example.com/sales',
      ...(eventStore && { LINKAGE_EVENTSTORE_URL: eventStore.url }),
    });
    await until(`http://127.0.0.1:${port}/health/ready`, server);
    return server;
  };
  let server = await startServer();

  return {
    url,
    sandboxUrl,
    crashAndRestart: async () => {
      await end(server.child, 'SIGKILL');
      server = await startServer();
    },
    stop: async () => {
      await Promise.all([end(server.child, 'SIGTERM'), end(sandbox.child, 'SIGTERM')]);
      await eventStore?.stop();
      if (process.env['JOURNEY_LOGS']) console.log(server.output.join(''), sandbox.output.join(''));
      await rm(data, { recursive: true, force: true });
    },
  };
};
