import { join } from 'node:path';
import { BUILD_HEADER } from '@linkage/contracts';
import { cspNonce, pagePolicy } from '@linkage/http';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FormerFiles } from './former-files';
import { notBuilt } from './not-built';
import type { WebFile } from './web-file';
import { asksForFile, WebFiles } from './web-files';

interface WebOptions {
  /** The folder that holds `dashboard/browser` and `microsite/browser`. */
  readonly root: string;
  /** Where the parts of earlier versions are kept. */
  readonly former: string;
}

/** Paths that belong to the API and its neighbours: what is not found there is a problem, not a page. */
const notPages = /^\/(api|health|mailbox|no-more-mails|pictures)(\/|$)/;

/**
 * The two browser apps: the microsite under `/connect/`, the dashboard everywhere else. Call it before the application
 * is initialised.
 */
export function serveWeb(app: NestFastifyApplication, { root, former }: WebOptions): void {
  const dashboard = new WebFiles(join(root, 'dashboard/browser'), new FormerFiles(former));
  keepForLater(dashboard);
  const microsite = new WebFiles(join(root, 'microsite/browser'));
  const server = app.getHttpAdapter().getInstance();

  // An open page learns from any answer that it is older than the server.
  if (dashboard.build !== undefined) {
    const { build } = dashboard;
    server.addHook('onRequest', (_request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      reply.header(BUILD_HEADER, build);
      done();
    });
  }

  const page = (files: WebFiles, name: string, reply: FastifyReply): FastifyReply => {
    const nonce = cspNonce();
    const isDashboard = name === 'dashboard';
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', pagePolicy(nonce, { workers: isDashboard, frames: isDashboard }));
    return files.index === undefined
      ? reply.code(503).send(notBuilt(name))
      : reply.send(files.index.replaceAll('__CSP_NONCE__', nonce).replaceAll('__BUILD__', files.build ?? ''));
  };
  const serve = async (
    files: WebFiles,
    name: string,
    path: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const file = files.find(path);
    if (file) return sendFile(file, request, reply);
    return asksForFile(path) ? notFound(reply) : page(files, name, reply);
  };
  const restOf = (request: FastifyRequest): string => (request.params as { '*': string })['*'];

  server.get('/connect', (_request: FastifyRequest, reply: FastifyReply) => page(microsite, 'microsite', reply));
  server.get('/connect/*', (request: FastifyRequest, reply: FastifyReply) =>
    serve(microsite, 'microsite', restOf(request), request, reply),
  );
  server.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const path = restOf(request);
    return notPages.test(`/${path}`) ? notFound(reply) : serve(dashboard, 'dashboard', path, request, reply);
  });
}

/** Without room for it, pages that are open during the next update have to be loaded again. */
function keepForLater(files: WebFiles): void {
  try {
    files.keepForLater();
  } catch (error) {
    Logger.warn(`The parts of the dashboard are not kept for pages that outlive an update: ${String(error)}`, 'web');
  }
}

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}

async function sendFile(file: WebFile, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  reply
    .header('etag', file.etag)
    .header('vary', 'accept-encoding')
    .header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  const { body, encoding } = await file.accepted(request.headers['accept-encoding']);
  if (encoding) reply.header('content-encoding', encoding);
  return reply.header('content-type', file.type).send(body);
}
