import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemCodes } from '@linkage/contracts';
import { routesOf } from '@linkage/http';
import type { OpenAPIObject } from '@nestjs/swagger';
import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';
import type { Browser } from '../testing/browser';
import { refusals } from './refusals';
import { shapes } from './shapes.generated';

interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: { name: string; in: string; schema: object }[];
  requestBody?: { content: Record<string, { schema: { $ref: string } }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>;
  security: unknown[];
}

const bounds: Readonly<Record<string, object>> = {
  search: { type: 'string', maxLength: 200 },
  cursor: { type: 'string', maxLength: 4_000 },
  limit: { type: 'integer', minimum: 1 },
};
/** What a parameter's schema must say at least. */
const shapeOf = (name: string): object => bounds[name] ?? { type: expect.any(String) };

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

  it('is valid OpenAPI 3.1', () => {
    const folder = mkdtempSync(join(tmpdir(), 'linkage-openapi-'));
    try {
      const file = join(folder, 'openapi.json');
      writeFileSync(file, JSON.stringify(document));
      const validator = 'node_modules/@seriousme/openapi-schema-validator/bin/validate-api-cli.js';
      const said = execFileSync(process.execPath, [join(__dirname, '../../../..', validator), file], { stdio: 'pipe' });
      expect(JSON.parse(String(said))).toMatchObject({ valid: true });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('names each parameter of an operation once, with its shape', () => {
    for (const { route, operation } of operations) {
      const names = (operation.parameters ?? []).map(({ in: place, name }) => `${place} ${name.toLowerCase()}`);
      expect({ route, names }).toEqual({ route, names: [...new Set(names)] });
      for (const { name, schema } of operation.parameters ?? [])
        expect({ route, name, schema }).toEqual({ route, name, schema: expect.objectContaining(shapeOf(name)) });
    }
    expect(find('GET /api/live')?.parameters).toContainEqual(
      expect.objectContaining({ name: 'Last-Event-ID', in: 'header', schema: { type: 'string' } }),
    );
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
        messageSubject: { type: 'string', maxLength: 150 },
        messageText: { type: 'string', maxLength: 5_000 },
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

  it('declares every refusal where it can happen', () => {
    const known = operations.map(({ route }) => route);
    expect(Object.keys(refusals).filter((route) => !known.includes(route))).toEqual([]);
    // Those of the protocol itself come before a route is known, or stand for a mistake of ours.
    const anywhere = ['headers-too-large', 'request-too-slow', 'forbidden', 'internal-error'];
    const said = JSON.stringify(document.paths);
    expect(problemCodes.filter((code) => !said.includes(`\`${code}\``) && !anywhere.includes(code))).toEqual([]);
    const codesOf = (route: string, status: number): string => find(route)?.responses[status]?.description ?? '';
    expect(codesOf('POST /api/invitations', 422)).toContain('`email-not-confirmed`: the member has to confirm');
    expect(codesOf('POST /api/session', 401)).toContain('`wrong-credentials`');
  });

  it('declares what is answered in fact', async () => {
    const desk = await linkage.member('Ana');
    const noa = { name: 'Noa', email: 'noa@example.com' };
    const { invitationId } = (await desk.post('/api/invitations', noa, { 'idempotency-key': 'one-key' })).body;
    const strange = '0190a000-0000-7000-8000-00000000dead';
    await desk.post(`/api/invitations/${invitationId}/withdraw`);
    const visitor = linkage.browser();
    const registration = { workspaceName: 'Ana', name: 'Ana', email: 'ana@example.com', password: 'correct horse pin' };
    const asked: [string, string, Browser, object, Record<string, string>?][] = [
      ['POST /api/invitations', '/api/invitations', desk, { ...noa, name: 'Mia' }, { 'idempotency-key': 'one-key' }],
      ['POST /api/invitations', '/api/invitations', desk, {}],
      ['POST /api/invitations', '/api/invitations', visitor, noa],
      ['POST /api/invitations/{id}/resend', `/api/invitations/${invitationId}/resend`, desk, {}],
      ['POST /api/invitations/{id}/resend', `/api/invitations/${strange}/resend`, desk, {}],
      ['POST /api/registration', '/api/registration', visitor, registration],
      ['POST /api/session', '/api/session', visitor, { email: 'ana@example.com', password: 'not that one' }],
      ['POST /api/password', '/api/password', visitor, { link: 'A', password: 'correct horse pin' }],
      ['POST /api/email-confirmation', '/api/email-confirmation', visitor, { link: 'A' }],
      ['POST /api/operator/session', '/api/operator/session', visitor, { key: 'a wrong one' }],
      ['POST /api/operator/rebuilds', '/api/operator/rebuilds', visitor, { projection: 'all' }],
    ];
    for (const [route, path, browser, body, headers] of asked) {
      const { status, body: problem } = await browser.post(path, body, headers);
      const declared = find(route)?.responses[status]?.description ?? '';
      expect({ route, status, declared }).toEqual({
        route,
        status,
        declared: expect.stringContaining(`\`${problem.code}\``),
      });
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });

  it('names the Idempotency-Key where a command is done once by it, and nowhere else', async () => {
    const desk = await linkage.member('Bea');
    const invite = { name: 'Noa', email: 'noa-with-a-key@example.com' };
    const id = '0190a000-0000-7000-8000-00000000dead';
    const posts = operations.filter(({ route }) => route.startsWith('POST '));
    const says = ({ parameters = [] }: Operation): boolean => parameters.some(({ name }) => name === 'Idempotency-Key');
    expect(posts.filter(({ operation }) => says(operation)).length).toBeGreaterThan(5);
    for (const { route, operation } of posts) {
      const path = route.replace('POST ', '').replace(/{\w+}/g, id);
      const isInvite = path === '/api/invitations';
      const { body } = await desk.post(path, isInvite ? invite : {}, { 'idempotency-key': 'no key' });
      const isAsked = body?.errors?.some(({ field }: { field: string }) => field === 'Idempotency-Key') === true;
      expect({ route, isAsked }).toEqual({ route, isAsked: says(operation) });
    }
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
