import { isPublicRoute } from '@linkage/http';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { described } from './described';

export const OPENAPI_PATH = '/api/openapi.json';

/** The description of every route, written when it is first asked for. */
export function openApiOf(app: NestFastifyApplication): OpenAPIObject {
  const info = new DocumentBuilder()
    .setTitle('Linkage')
    .setDescription('Every refusal is problem+json (RFC 9457) with a stable `code`. Times are ISO 8601 in UTC. Commands answer with a `position` in the log.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .build();
  const publicRoutes = publicOperations(app);
  return described(SwaggerModule.createDocument(app, info), (operationId) => publicRoutes.has(operationId));
}

/** Call it before the application is initialised. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let document: string | undefined;
  app.getHttpAdapter().getInstance().get(OPENAPI_PATH, (_request, reply) => {
    document ??= JSON.stringify(openApiOf(app));
    return reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-cache').send(document);
  });
}

function publicOperations(app: NestFastifyApplication): ReadonlySet<string> {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  const operations = controllers.flatMap(({ metatype }) =>
    typeof metatype === 'function'
      ? Object.getOwnPropertyNames(metatype.prototype).filter((method) => isPublicRoute(metatype, method)).map((method) => `${metatype.name}_${method}`)
      : [],
  );
  return new Set(operations);
}
