import { newId } from '@linkage/event-sourcing';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { errorCodes, type FastifyReply, type FastifyRequest } from 'fastify';
import { TrustedProxies } from './hosts/trusted-proxies';
import { boundsOf, takesAnyBody, takesForm, takesText, usualBounds } from './bodies/body-bounds';
import { jsonExcess } from './bodies/json-excess';
import { noContentPolicy } from './security/content-security-policy';
import { bodyProblem } from './problems/body-problems';
import { answerBrokenRequest } from './problems/answer-broken-request';
import { frameworkProblem } from './problems/protocol-problems';
import { PROBLEM_JSON, problemBody } from './problems/problem-body';

/**
 * Fastify as every server of ours has it: small JSON bodies only, and problem+json for what the router itself refuses.
 */
class LinkageAdapter extends FastifyAdapter {
  override registerParserMiddleware(prefix?: string, rawBody?: boolean): void {
    if (this.isParserRegistered) return;
    super.registerParserMiddleware(prefix, rawBody);
    const server = this.getInstance();
    const parse = server.getDefaultJsonParser('error', 'error');
    server.removeAllContentTypeParsers();
    server.addContentTypeParser(
      /^application\/(json|[\w.+-]+\+json)\s*(;|$)/i,
      { parseAs: 'string' },
      (request, body, done) => {
        if (takesAnyBody(request.routeOptions.config)) return done(null, undefined);
        const json = String(body);
        const bounds = boundsOf(request.routeOptions.config);
        const excess = jsonExcess(json, bounds);
        if (json === '') done(null, undefined);
        else if (excess) done(bodyProblem(excess, bounds));
        else if (takesText(request.routeOptions.config)) done(null, json);
        else parse(request, json, done);
      },
    );
    server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) => {
      if (takesForm(request.routeOptions.config)) done(null, Object.fromEntries(new URLSearchParams(String(body))));
      else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE('application/x-www-form-urlencoded'));
    });
    server.addContentTypeParser('*', { parseAs: 'buffer' }, (request, _body, done) => {
      if (request.is404 || takesAnyBody(request.routeOptions.config)) done(null, undefined);
      else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(request.headers['content-type']));
    });
  }
}

/** Addresses of clients come from these proxies only. */
export const httpAdapter = (proxies = TrustedProxies.onThisMachine): FastifyAdapter =>
  new LinkageAdapter({
    bodyLimit: usualBounds.bytes,
    requestTimeout: 30_000,
    trustProxy: (address: string) => proxies.mayGiveAddress(address),
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply) => {
      const problem = frameworkProblem(error);
      void reply
        .code(problem.status)
        .headers({
          'cache-control': 'no-store',
          'content-security-policy': noContentPolicy,
          'x-content-type-options': 'nosniff',
          'content-type': PROBLEM_JSON,
        })
        .send(problemBody(problem, newId()));
    },
  });
