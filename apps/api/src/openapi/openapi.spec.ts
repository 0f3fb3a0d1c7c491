import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { problemCodes } from '@linkage/contracts';
import { routesOf } from '@linkage/http';
import type { OpenAPIObject } from '@nestjs/swagger';
import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';
import { shapes } from './shapes.generated';

interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  requestBody?: { content: Record<string, { schema: { $ref: string } }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>;
  security: unknown[];
}

/** Routes that are no API: pages, probes, this description itself. */
const isApi = (path: string): boolean => path.startsWith('/api/') && path !== '/api/openapi.json';

describe('the description of the API', () => {
  let linkage: ServerUnderTest;
  let document: OpenAPIObject;
  let operations: { route: string; operation: Operation }[];

  beforeAll(async () => {
    linkage = await serverUnderTest();
    document = (await linkage.browser().get('/api/openapi.json')).body;
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
        route: `${method.toUpperCase()} ${path}`,
        operation,
      })),
    );
  });
  afterAll(() => linkage.close());
  const find = (route: string): Operation | undefined => operations.find((one) => one.route === route)?.operation;

  it('has every route of the API, with a summary', () => {
    const routes = routesOf(linkage.server.app)
      .filter(({ path }) => isApi(path))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(operations.map(({ route }) => route).sort()).toEqual(routes.sort());
    expect(
      operations.filter(({ operation }) => !operation.summary || !operation.tags).map(({ route }) => route),
    ).toEqual([]);
  });

  it('gives the shape of every answer, problems included', () => {
    for (const { route, operation } of operations) {
      const good = Object.entries(operation.responses).filter(([status]) => /^[23]/.test(status));
      expect({ route, good: good.length }).toEqual({ route, good: 1 });
      const [[status, answer] = ['', undefined]] = good;
      const hasShape = /^(204|3)/.test(status) || Object.keys(answer?.content ?? {}).length === 1;
      expect({ route, hasShape }).toEqual({ route, hasShape: true });
      expect(operation.responses['default']?.content).toHaveProperty(['application/problem+json']);
    }
  });

  it('points to nothing that is not there', () => {
    const pointers = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(pointers.length).toBeGreaterThan(20);
    expect(pointers.filter((name) => !(name in (document.components?.schemas ?? {})))).toEqual([]);
  });

  it('takes requests from their validators', () => {
    expect(find('POST /api/invitations')?.requestBody?.content['application/json']?.schema).toEqual({
      $ref: '#/components/schemas/IssueInvitationRequest',
    });
    expect(document.components?.schemas?.['IssueInvitationRequest']).toEqual({
      type: 'object',
      additionalProperties: false,
      required: expect.arrayContaining(['name', 'email']),
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 200 },
        email: { type: 'string', format: 'idn-email', maxLength: 254 },
      },
    });
    expect(find('POST /api/session')?.requestBody?.content['application/json']?.schema).toEqual({
      $ref: '#/components/schemas/SignInRequest',
    });
  });

  it('takes answers from their types', () => {
    expect(find('GET /api/session')?.responses['200']?.content).toEqual({
      'application/json': { schema: { $ref: '#/components/schemas/Session' } },
    });
    expect(find('POST /api/registration')?.responses).toHaveProperty('201');
    expect(find('DELETE /api/session')?.responses).toHaveProperty('204');
    expect(find('GET /api/oauth/{platform}/callback')?.responses).toHaveProperty('303');
    const problem = document.components?.schemas?.['Problem'] as { properties: { code: { enum: string[] } } };
    expect(problem.properties.code.enum).toEqual([...problemCodes].sort());
  });

  it('says what needs a session', () => {
    expect(find('GET /api/invitations')?.security).toEqual([{ session: [] }]);
    expect(find('GET /api/invitations')?.responses).toHaveProperty('401');
    expect(find('GET /api/about')?.responses).not.toHaveProperty('401');
    for (const route of ['POST /api/registration', 'POST /api/session', 'GET /api/about', 'GET /api/microsite/{link}'])
      expect({ route, security: find(route)?.security }).toEqual({ route, security: [] });
  });

  it('is as the types are now', () => {
    expect(Object.keys(shapes.answers).length).toBeGreaterThan(10);
    execFileSync(process.execPath, [join(__dirname, '../../openapi/generate-shapes.mjs'), '--check'], {
      stdio: 'pipe',
    });
  });
});
