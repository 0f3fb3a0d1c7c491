import type { AddressInfo } from 'node:net';
import { localAddress } from '@linkage/settings';
import fastify from 'fastify';
import { assetRoutes } from './control/asset-routes';
import { controlRoutes } from './control/control-routes';
import { isKnownHost } from './http/is-known-host';
import { pictureRoutes } from './pictures/picture-routes';
import { sandboxPlatforms } from './platforms';
import { Sandbox } from './sandbox';
import { keepState, readState } from './saved-state';

export interface SandboxOptions {
  /** 0: any free one. */
  readonly port?: number;
  readonly host?: string;
  /** The same seed makes the same people, ids, posts and figures. */
  readonly seed?: string;
  /** The real time, from which the sandbox's clock is moved. */
  readonly now?: () => Date;
  /** Where the clock's position and revoked permissions outlive a restart; absent: they do not. Tokens always do. */
  readonly stateFile?: string;
  /** How browsers reach it, where that differs from host and port: pictures are linked there. */
  readonly publicUrl?: string;
  /**
   * What the app has registered; `{platform}` stands for each platform's id. Absent: where Linkage listens by default.
   */
  readonly redirectUris?: readonly string[];
  /** How long the fault `timeout` leaves a caller waiting, ms. */
  readonly holdMs?: number;
}

export interface RunningSandbox {
  /** `http://127.0.0.1:3100` */
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Ends open streams and calls that are being held, too. */
  close(): Promise<void>;
}

/** Starts the platforms that are not real. @throws the system's error, `EADDRINUSE` where the port is taken */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const {
    port = 3100,
    host = '127.0.0.1',
    seed = 'linkage',
    now = () => new Date(),
    stateFile,
    redirectUris,
    holdMs = 30_000,
  } = options;
  const saved = stateFile === undefined ? undefined : readState(stateFile);
  const sandbox = new Sandbox(
    seed,
    () => now().getTime(),
    sandboxPlatforms.map(({ traits }) => traits),
    saved,
    redirectUris,
  );
  if (stateFile !== undefined) keepState(stateFile, sandbox);

  const app = fastify({ forceCloseConnections: true, bodyLimit: 64 * 1024, routerOptions: { maxParamLength: 400 } });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );
  app.decorateRequest('caller', '').decorateRequest('fault', null);
  app.addHook('onRequest', async (request, reply) => {
    if (isKnownHost(request.headers.host, sandbox.url) || request.url.startsWith('/health')) return;
    await reply.code(421).send({
      error: `The platform sandbox is reached at ${sandbox.url}. SANDBOX_PUBLIC_URL says where, if that is another name.`,
    });
  });
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy')) {
      reply.header(
        'content-security-policy',
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
    }
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
  });
  await app.register(controlRoutes, { sandbox });
  await app.register(assetRoutes, { prefix: '/assets' });
  await app.register(pictureRoutes, { prefix: '/pictures', sandbox, holdMs });
  for (const { traits, routes } of sandboxPlatforms)
    await app.register(routes, { prefix: `/${traits.id}`, sandbox, holdMs });

  await app.listen({ port, host });
  const { port: actual } = app.server.address() as AddressInfo;
  const { url } = localAddress(host, actual);
  sandbox.url = options.publicUrl ?? url;
  return { url, sandbox, close: () => app.close() };
}
