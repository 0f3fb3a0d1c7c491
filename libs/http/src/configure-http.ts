import { CLOCK, type Clock } from '@linkage/event-sourcing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { AsOfInterceptor } from './as-of/as-of.interceptor';
import { tidyForwardedFor } from './hosts/tidy-forwarded-for';
import { answeredElsewhere } from './hosts/answered-elsewhere';
import { TrustedProxies } from './hosts/trusted-proxies';
import { Installation } from './installation';
import { logRequest } from './logging/log-request';
import { PositionInterceptor } from './position/position.interceptor';
import { readingAfter } from './position/reading-after';
import type { ProblemDetails } from './problems/problem-exception';
import { ProblemFilter } from './problems/problem.filter';
import { sendProblem } from './problems/send-problem';
import { runInRequestScope } from './request/request-scope';
import { scopeOf } from './request/scope-of';
import { boundsOf } from './bodies/body-bounds';
import { originProblem } from './security/origin-problem';
import { checkQuery } from './security/check-query';
import { securityHeaders } from './security/security-headers';
import { rememberRoutes } from './routes';
import { RequestValidationPipe } from './validation/request-validation.pipe';

/** Routes that are not under `/api`. */
const outsideApi = ['health/*path', 'mailbox', 'mailbox/*path', 'no-more-mails/*path', 'pictures/*path'];

/**
 * Everything that all routes share. Call it once, before `app.init()` or `app.listen()`, on an application that was
 * made with `httpAdapter()` and provides `Installation` and the clock.
 */
export function configureHttp(app: NestFastifyApplication, proxies = TrustedProxies.onThisMachine): void {
  const installation = app.get(Installation, { strict: false });
  app.setGlobalPrefix('api', { exclude: outsideApi });
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(new RequestValidationPipe());
  app.useGlobalInterceptors(new PositionInterceptor(), new AsOfInterceptor(app.get<Clock>(CLOCK, { strict: false })));
  rememberRoutes(app);
  addGate(app, installation, proxies);
  boundBodies(app);
  addScope(app);
}

/** What a route says it takes, to the server. */
function boundBodies(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      route.bodyLimit = boundsOf(route.config).bytes;
    });
}

/** Before anything else looks at a request: is it for us, and does it come from us. */
function addGate(app: NestFastifyApplication, installation: Installation, proxies: TrustedProxies): void {
  const server = app.getHttpAdapter().getInstance();
  const headers = securityHeaders(installation);
  const publicOrigin = new URL(installation.publicUrl).origin;
  server.addHook('onRequest', (request, reply, done) => {
    tidyForwardedFor(request.raw.headers);
    // A route that needs another value sets it over this one.
    reply.headers(headers);
    const refuse = (problem: ProblemDetails): FastifyReply =>
      sendProblem(request, reply, problem, scopeOf(request).correlationId);
    if (answeredElsewhere(request, reply, { publicUrl: publicOrigin, proxies })) return;
    const foreign = originProblem(request.method, request.headers, publicOrigin);
    if (foreign) return void refuse(foreign);
    checkQuery(request.query as Readonly<Record<string, unknown>>);
    done();
  });
}

/** `preHandler`, because reading a body loses the scope that an earlier hook would open. */
function addScope(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('preHandler', (request, _reply, done) => {
    const scope = scopeOf(request);
    runInRequestScope(scope, () => readingAfter(scope.position, done));
  });
  server.addHook('onResponse', (request, reply, done) => {
    logRequest(request, reply);
    done();
  });
}
