import { isPublicRoute } from '@linkage/http';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { isForOperator } from '../operator/operator.guard';
import { described, type KnownOperation } from './described';

/** Where `@HttpCode()` puts its number. */
const HTTP_CODE_METADATA = '__httpCode__';

const OPENAPI_PATH = '/api/openapi.json';

/** The description of every route, written when it is first asked for. */
function openApiOf(app: NestFastifyApplication): OpenAPIObject {
  const info = new DocumentBuilder()
    .setTitle('Linkage')
    .setDescription(
      'Every refusal is problem+json (RFC 9457) with a stable `code`. Times are ISO 8601 in UTC. Commands answer with a `position` in the log.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .build();
  return described(SwaggerModule.createDocument(app, info), operationsOf(app));
}

/** Call it before the application is initialised. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let document: string | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get(OPENAPI_PATH, (_request, reply) => {
      document ??= JSON.stringify(openApiOf(app));
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(document);
    });
}

function operationsOf(app: NestFastifyApplication): ReadonlyMap<string, KnownOperation> {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return new Map(controllers.flatMap(({ metatype }) => (typeof metatype === 'function' ? methodsOf(metatype) : [])));
}

const methodsOf = (controller: { readonly name: string; readonly prototype: object }): [string, KnownOperation][] =>
  Object.entries(Object.getOwnPropertyDescriptors(controller.prototype)).map(([method, { value }]) => [
    `${controller.name}_${method}`,
    {
      isPublic: isPublicRoute(controller, method),
      isForOperator: isForOperator(controller),
      status: Reflect.getMetadata(HTTP_CODE_METADATA, value) as number | undefined,
    },
  ]);
