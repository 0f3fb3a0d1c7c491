import { join } from 'node:path';
import { cspNonce, pagePolicy } from '@linkage/http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notBuilt } from './not-built';
import type { WebFile } from './web-file';
import { asksForFile, WebFiles } from './web-files';

export interface WebOptions {
  /** The folder that holds `dashboard/browser` and `microsite/browser`. */
  readonly root: string;
  /** Origins of pictures that are not https. */
  readonly imageOrigins: readonly string[];
}

/** Paths that belong to the API and its neighbours: what is not found there is a problem, not a page. */
const notPages = /^\/(api|health|mailbox)(\/|$)/;

/** The two browser apps: the microsite under `/connect/`, the dashboard everywhere else. Call it before the application is initialised. */
export function serveWeb(app: NestFastifyApplication, { root, imageOrigins }: WebOptions): void {
  const dashboard = new WebFiles(join(root, 'dashboard/browser'));
  const microsite = new WebFiles(join(root, 'microsite/browser'));
  const server = app.getHttpAdapter().getInstance();

  const page = (files: WebFiles, name: string, reply: FastifyReply): FastifyReply => {
    const nonce = cspNonce();
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', pagePolicy(nonce, { images: imageOrigins }));
    return files.index === undefined
      ? reply.code(503).send(notBuilt(name))
      : reply.send(files.index.replaceAll('__CSP_NONCE__', nonce));
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
