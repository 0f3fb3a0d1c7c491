import 'reflect-metadata';
import { join } from 'node:path';
import { CLOCK } from '@linkage/event-sourcing';
import { configureHttp, httpAdapter, JsonLogger, TrustedProxies } from '@linkage/http';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServerClock } from './clock/server-clock';
import type { Config } from './config';
import { serveOpenApi } from './openapi/serve-openapi';
import { openApplication } from './open-application';
import { close } from './close';
import { LiveFeed } from './live/live-feed';
import { Readiness } from './health/readiness';
import { serveHealthOnly } from './health/serve-health-only';
import { tellWhereLinesBegin } from './live/tell-where-lines-begin';
import { serveWeb } from './web/serve-web';

export interface RunningServer {
  /** Where people reach it. */
  readonly url: string;
  readonly app: NestFastifyApplication;
  /**
   * Says that it is not ready any more, ends open streams, stops the consumers, lets running requests finish, closes
   * the stores.
   */
  close(): Promise<void>;
}

/** Requests that run may take so long when the process ends. */
const PATIENCE_MS = 7_000;

/**
 * Opens everything and listens. `webRoot` is the folder with the built browser apps and, in `api`, the built server.
 * What was opened is closed again when a later step fails.
 * @throws DatabaseUnusable, VaultUnusable with what to do
 */
export async function startServer(config: Config, webRoot: string): Promise<RunningServer> {
  const opened = new AsyncDisposableStack();
  try {
    return await start(config, webRoot, opened);
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

async function start(config: Config, webRoot: string, opened: AsyncDisposableStack): Promise<RunningServer> {
  const logger = new JsonLogger(config.logLevel);
  Logger.overrideLogger(logger);
  const module = await openApplication(config, join(webRoot, 'api'), opened);
  const { onThisMachine } = TrustedProxies;
  const proxies = config.trustedProxies === undefined ? onThisMachine : TrustedProxies.of(config.trustedProxies);
  const app = await NestFactory.create<NestFastifyApplication>(module, httpAdapter(proxies), {
    logger,
    abortOnError: false,
  });
  opened.adopt(app, close);
  configureHttp(app, proxies);
  if (config.roles.includes('web')) tellWhereLinesBegin(app);
  else serveHealthOnly(app);
  serveOpenApi(app);
  serveWeb(app, {
    root: webRoot,
    former: join(config.dataDirectory, 'former-pages'),
  });
  await app.listen(config.port, config.host);
  return { url: config.publicUrl, app, close: () => closeWithin(PATIENCE_MS, app, opened) };
}

/**
 * From now on this process is not ready, and streams end. What runs gets some time to end; then its lines are cut, so
 * that the stores are closed properly in any case.
 */
async function closeWithin(
  patienceMs: number,
  app: NestFastifyApplication,
  opened: AsyncDisposableStack,
): Promise<void> {
  app.get(Readiness).leave();
  app.get<ServerClock>(CLOCK).close();
  app.get(LiveFeed, { strict: false }).end();
  const end = performance.now() + patienceMs;
  const cut = setInterval(() => performance.now() >= end && app.getHttpServer().closeAllConnections(), 500);
  try {
    await opened.disposeAsync();
  } finally {
    clearInterval(cut);
  }
}
