import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { IsEmail, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import {
  CLOCK,
  DomainError,
  LogUnavailable,
  ReadStoreUnavailable,
  systemClock,
  wantedMoment,
  wantedPosition,
  type DomainErrorKind,
} from '@linkage/event-sourcing';
import { Body, Controller, Get, Module, Param, Post } from '@nestjs/common';
import { eventually } from '@linkage/event-sourcing/testing';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  AsOf,
  configureHttp,
  factContextOf,
  httpAdapter,
  idempotencyKey,
  Installation,
  JsonLogger,
  requestScope,
  type SignedInMember,
  DisconnectSignal,
} from './index';

class Greeting {
  @IsString()
  @IsNotEmpty({ message: 'Give a name.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  name!: string;

  @IsEmail({}, { message: 'This e-mail is not complete.' })
  email!: string;
}

const member: SignedInMember = {
  memberId: 'm1',
  workspaceId: 'w1',
  workspaceName: 'Acme',
  name: 'Ana',
  email: 'ana@example.com',
  role: 'owner',
  mustConfirmEmail: false,
};

let arrived: () => void = () => undefined;
let waiting: readonly AbortSignal[] = [];
let lastSignal: AbortSignal | undefined;

@Controller('probe')
class ProbeController {
  @Post('greet')
  greet(@Body() greeting: Greeting): {
    greeting: Greeting;
    key: string | null;
    reference: string | null;
    position: string;
  } {
    return {
      greeting,
      key: idempotencyKey()?.value ?? null,
      reference: requestScope()?.correlationId ?? null,
      position: '42',
    };
  }

  @Post('context')
  context(): unknown {
    return { one: factContextOf(member), two: factContextOf(member) };
  }

  @Get('domain/:kind')
  domain(@Param('kind') kind: DomainErrorKind): never {
    throw new DomainError(kind, kind === 'conflict' ? 'email-already-invited' : 'something-own', 'A sentence.', {
      field: 'email',
    });
  }

  @Get('down/:what')
  down(@Param('what') what: string): never {
    if (what === 'read-store') throw new ReadStoreUnavailable('disk full at /secret/path');
    throw new LogUnavailable('disk full at /secret/path', true, { perhapsWritten: what === 'answer' });
  }

  @Post('half-done')
  halfDone(): never {
    idempotencyKey();
    return this.down('answer');
  }

  @Post('position')
  async position(@Body() _body: Greeting): Promise<unknown> {
    await new Promise(setImmediate);
    return { wanted: wantedPosition() };
  }

  @Get('look-back')
  @AsOf()
  async lookBack(): Promise<unknown> {
    await new Promise(setImmediate);
    lastSignal = wantedMoment()?.signal;
    return { wanted: wantedMoment() };
  }

  @Get('wait')
  @AsOf()
  async wait(@DisconnectSignal() own: AbortSignal): Promise<unknown> {
    const looking = wantedMoment()?.signal;
    waiting = [own, ...(looking ? [looking] : [])];
    arrived();
    if (!own.aborted) await once(own, 'abort');
    await new Promise(setImmediate);
    looking?.throwIfAborted();
    throw own.reason;
  }

  @Get('bug')
  bug(): never {
    throw Object.assign(new Error('cannot read secret-detail'), {
      request: { authorization: 'Bearer never-log-this' },
    });
  }
}

@Module({
  controllers: [ProbeController],
  providers: [
    {
      provide: Installation,
      useValue: {
        publicUrl: 'http://linkage.test',
        mode: 'demo',
        registration: 'open',
        salesUrl: null,
        sendsMail: true,
      },
    },
    { provide: CLOCK, useValue: systemClock },
  ],
})
class ProbeModule {}

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  body: Record<string, unknown>;
}

describe('what all routes share', () => {
  let app: NestFastifyApplication;
  let port: number;
  const lines: string[] = [];

  beforeAll(async () => {
    const module = await Test.createTestingModule({ imports: [ProbeModule] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), {
      logger: new JsonLogger('info', { write: (line) => lines.push(line) }),
    });
    configureHttp(app);
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onRequest', (request, _reply, done) => {
        if (request.headers['x-session-under-test']) Object.assign(request, { user: member });
        done();
      });
    await app.listen(0, '127.0.0.1');
    port = Number(new URL(await app.getUrl()).port);
  });
  afterAll(() => app.close());

  const send = (
    method: string,
    path: string,
    { headers = {}, body }: { headers?: Record<string, string | string[]>; body?: string | Buffer } = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = httpRequest(
        {
          host: '127.0.0.1',
          port,
          method,
          path,
          headers: {
            host: 'linkage.test',
            ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response
            .on('data', (chunk: Buffer) => chunks.push(chunk))
            .on('end', () => {
              const text = Buffer.concat(chunks).toString();
              const isJson = /json/.test(String(response.headers['content-type']));
              resolve({
                status: response.statusCode ?? 0,
                headers: response.headers,
                text,
                body: isJson ? JSON.parse(text) : {},
              });
            });
        },
      );
      sent.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? undefined : reject(error)));
      sent.end(body);
    });
  const json = { 'content-type': 'application/json' };
  const post = (path: string, body: unknown, headers: Record<string, string | string[]> = {}): Promise<Answer> =>
    send('POST', path, {
      headers: { ...json, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  const expectProblem = (answer: Answer, status: number, code: string): void => {
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ type: `urn:linkage:problem:${code}`, status, code });
    expect(answer.body['reference']).toMatch(/^[0-9a-f-]{36}$/);
    expect(String(answer.body['detail'])).toMatch(/^[A-Z].*\.$/);
  };

  describe('bodies', () => {
    it('passes a good one on', async () => {
      const answer = await post('/api/probe/greet', { name: '<b>=1+1</b>', email: 'a@example.com' });
      expect(answer.status).toBe(201);
      expect(answer.body).toMatchObject({ greeting: { name: '<b>=1+1</b>', email: 'a@example.com' }, key: null });
    });
    it('names each field and the cure', async () => {
      const answer = await post('/api/probe/greet', { name: 'x'.repeat(300), email: 'nobody' });
      expectProblem(answer, 400, 'invalid-request');
      expect(answer.body['errors']).toEqual([
        { field: 'name', message: 'Use at most 200 characters.' },
        { field: 'email', message: 'This e-mail is not complete.' },
      ]);
    });
    it.each([
      ['nothing at all', ''],
      ['an empty object', '{}'],
      ['null', 'null'],
      ['empty fields', '{"name":"","email":""}'],
    ])('says what is missing in %s', async (_, body) => {
      const answer = await post('/api/probe/greet', body);
      expectProblem(answer, 400, 'invalid-request');
      expect(answer.body['errors']).toEqual([
        { field: 'name', message: 'Give a name.' },
        { field: 'email', message: 'This e-mail is not complete.' },
      ]);
    });
    it.each([
      ['a number', 7],
      ['a list', ['x']],
      ['an object', { a: 1 }],
      ['true', true],
    ])('says that a text is wanted, not %s', async (_, name) => {
      const answer = await post('/api/probe/greet', { name, email: 'a@example.com' });
      expectProblem(answer, 400, 'invalid-request');
      expect(answer.body['errors']).toEqual([{ field: 'name', message: 'Give this as text.' }]);
    });
    it.each([
      ['a list', '[]'],
      ['a text', '"hello"'],
      ['a number', '12'],
    ])('wants an object, not %s', async (_, body) => {
      const answer = await post('/api/probe/greet', body);
      expectProblem(answer, 400, 'invalid-request');
      expect(answer.body['errors']).toEqual([{ field: 'body', message: expect.stringContaining('JSON object') }]);
    });
    it('names a field that is not known', async () => {
      const answer = await post('/api/probe/greet', { name: 'Ana', email: 'a@example.com', role: 'owner' });
      expect(answer.body['errors']).toEqual([
        { field: 'role', message: 'This field is not known here. Leave it out.' },
      ]);
    });
    it.each(['{"name":', 'name=Ana', '{"__proto__":{"admin":true}}'])('refuses malformed JSON %s', async (body) => {
      expectProblem(await post('/api/probe/greet', body), 400, 'invalid-request');
    });
    it('refuses 10 MB', async () => {
      expectProblem(
        await post('/api/probe/greet', { name: 'x'.repeat(10_485_760), email: 'a@example.com' }),
        413,
        'body-too-large',
      );
    });
    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/json-ish'])(
      'refuses %s',
      async (type) => {
        expectProblem(
          await send('POST', '/api/probe/greet', {
            headers: { 'content-type': type },
            body: '{"name":"Ana","email":"a@example.com"}',
          }),
          415,
          'unsupported-media-type',
        );
      },
    );
  });

  it('does not find an unknown address, whatever is posted to it', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    expectProblem(await send('POST', '/api/nowhere', { headers, body: '--x--' }), 404, 'not-found');
  });

  describe('errors', () => {
    it.each([
      ['invalid', 400, 'invalid-request'],
      ['not-found', 404, 'not-found'],
      ['conflict', 409, 'email-already-invited'],
      ['rule-broken', 422, 'conflict'],
      ['forbidden', 403, 'forbidden'],
    ])("answers a decision's %s with %d", async (kind, status, code) => {
      const answer = await send('GET', `/api/probe/domain/${kind}`);
      expectProblem(answer, status, code);
      expect(answer.body).toMatchObject({
        detail: 'A sentence.',
        errors: [{ field: 'email', message: 'A sentence.' }],
      });
    });
    it.each([
      ['log', 'so this was not done'],
      ['read-store', 'so this was not done'],
      ['answer', 'may or may not have been saved. Look whether it was before you try again.'],
    ])('answers 503 with Retry-After when the %s cannot be had, and says what that means', async (what, meaning) => {
      const answer = await send('GET', `/api/probe/down/${what}`);
      expectProblem(answer, 503, 'unavailable');
      expect(answer.headers['retry-after']).toBe('5');
      expect(answer.body['detail']).toContain(meaning);
      expect(answer.text).not.toContain('secret');
    });
    it('says that a command which heeds its Idempotency-Key can be sent again', async () => {
      const { body } = await post('/api/probe/half-done', {}, { 'idempotency-key': 'one' });
      expect(body['detail']).toContain('sending it again with the same Idempotency-Key is safe');
      expect((await post('/api/probe/half-done', {})).body['detail']).not.toContain('Idempotency-Key');
    });
    it('says nothing of a bug but the reference under which the log tells all', async () => {
      const answer = await send('GET', '/api/probe/bug');
      expectProblem(answer, 500, 'internal-error');
      expect(answer.text).not.toMatch(/secret-detail|at .*\.ts/);
      const logged = lines.find((line) => line.includes(String(answer.body['reference'])));
      expect(logged).toContain('cannot read secret-detail');
      expect(logged).toContain('http.spec.ts');
      expect(lines.join('')).not.toContain('never-log-this');
    });
    it.each([
      ['an unknown address', 'GET', '/api/nothing'],
      ['a method it does not take', 'DELETE', '/api/probe/greet'],
      ['an endless id', 'GET', `/api/probe/domain/${'x'.repeat(500)}`],
    ])('answers 404 to %s', async (_, method, path) => {
      expectProblem(await send(method, path), 404, 'not-found');
    });
    it('answers a malformed address', async () => {
      expectProblem(await send('GET', '/api/probe/domain/%E0%A4%A'), 400, 'invalid-request');
    });
  });

  describe('the scope of a request', () => {
    it('is one for all facts of a request and none of another', async () => {
      const [first, second] = [await post('/api/probe/context', {}), await post('/api/probe/context', {})];
      const context = first.body['one'] as { correlationId: string };
      expect(context).toMatchObject({ workspaceId: 'w1', actor: { kind: 'member', id: 'm1' }, causationId: null });
      expect(first.body['two']).toEqual(context);
      expect((second.body['one'] as { correlationId: string }).correlationId).not.toBe(context.correlationId);
      expect(requestScope()).toBeUndefined();
    });
    it('holds the Idempotency-Key', async () => {
      const answer = await post(
        '/api/probe/greet',
        { name: 'Ana', email: 'a@example.com' },
        { 'idempotency-key': 'abc-1' },
      );
      expect(answer.body['key']).toBe('abc-1');
    });
    it.each([
      ['too long', 'x'.repeat(201)],
      ['with a space', 'with space'],
    ])('refuses an Idempotency-Key %s', async (_, key) => {
      const answer = await post(
        '/api/probe/greet',
        { name: 'Ana', email: 'a@example.com' },
        { 'idempotency-key': key },
      );
      expectProblem(answer, 400, 'invalid-request');
      expect(answer.body['errors']).toEqual([{ field: 'Idempotency-Key', message: expect.any(String) }]);
    });
    it('lets read models wait for the position that the client wants to see', async () => {
      const asked = { name: 'Ana', email: 'a@example.com' };
      expect((await post('/api/probe/position', asked, { 'x-linkage-position': '41' })).body).toEqual({ wanted: '41' });
      expect((await post('/api/probe/position', asked)).body).toEqual({ wanted: null });
    });
    it('answers with the position as a header, too', async () => {
      expect(
        (await post('/api/probe/greet', { name: 'Ana', email: 'a@example.com' })).headers['x-linkage-position'],
      ).toBe('42');
    });
  });

  describe('a moment of the past', () => {
    const past = '2026-01-15T10:00:00%2B01:00';
    const session = { headers: { 'x-session-under-test': '1' } };

    it('is what the route is run as of, and named in the answer', async () => {
      const answer = await send('GET', `/api/probe/look-back?asOf=${past}`, session);
      expect(answer).toMatchObject({
        status: 200,
        body: { wanted: { workspaceId: 'w1', moment: '2026-01-15T09:00:00.000Z' } },
      });
      expect(answer.headers['x-linkage-as-of']).toBe('2026-01-15T09:00:00.000Z');
    });
    it('is given up when the client has gone, which is no trouble', async () => {
      const there = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      lines.length = 0;
      const sent = httpRequest({
        host: '127.0.0.1',
        port,
        path: `/api/probe/wait?asOf=${past}`,
        headers: { host: 'linkage.test', ...session.headers },
      });
      sent.on('error', () => undefined).end();
      await there;
      expect(waiting.map(({ aborted }) => aborted)).toEqual([false, false]);
      sent.destroy();
      await eventually(() =>
        expect(waiting.map(({ reason }: AbortSignal) => (reason as Error | undefined)?.name)).toEqual([
          'ClientDisconnected',
          'ClientDisconnected',
        ]),
      );
      expect((await send('GET', '/api/probe/look-back', session)).status).toBe(200);
      expect(lines.filter((line) => /error|ClientDisconnected/i.test(line))).toEqual([]);
    });
    it('is not given up while the client waits, nor after the answer', async () => {
      const answer = await send('GET', `/api/probe/look-back?asOf=${past}`, session);
      expect(answer.body['wanted']).toMatchObject({ workspaceId: 'w1' });
      expect(lastSignal?.aborted).toBe(false);
    });
    it('is not kept for the next request', async () => {
      const answer = await send('GET', '/api/probe/look-back', session);
      expect(answer.body).toEqual({ wanted: null });
      expect(answer.headers).not.toHaveProperty('x-linkage-as-of');
    });
    it.each(['yesterday', '', '2999-01-01T00:00:00Z', '2026-01-15T09:00:00Z&asOf=2026-01-16T09:00:00Z'])(
      'is refused by name when it is %s',
      async (asOf) => {
        const answer = await send('GET', `/api/probe/look-back?asOf=${asOf}`, session);
        expectProblem(answer, 400, 'invalid-request');
        expect(answer.body['errors']).toEqual([{ field: 'asOf', message: expect.any(String) }]);
      },
    );
    it.each([
      ['GET', '/api/probe/bug'],
      ['POST', '/api/probe/greet'],
      ['POST', '/api/probe/context'],
    ])('is refused where nothing of the past is shown: %s %s', async (method, path) => {
      const body = JSON.stringify({ name: 'Ana', email: 'a@example.com' });
      const answer = await send(method, `${path}?asOf=${past}`, {
        headers: { ...session.headers, ...(method === 'POST' && json) },
        ...(method === 'POST' && { body }),
      });
      expectProblem(answer, 400, 'invalid-request');
      expect(answer.body['errors']).toEqual([
        { field: 'asOf', message: expect.stringContaining('nothing can be changed then') },
      ]);
    });
  });

  describe('security', () => {
    it.each(['/api/nothing', '/api/probe/bug', '/api/probe/domain/%E0%A4%A', '/api/probe/look-back'])(
      'puts its headers on %s',
      async (path) => {
        const { headers } = await send('GET', path);
        expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
        expect(headers['content-security-policy']).not.toContain('unsafe');
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers['cache-control']).toBe('no-store');
      },
    );
    it('tells no other site where a visitor came from', async () => {
      expect((await send('GET', '/api/nothing')).headers['referrer-policy']).toBe('no-referrer');
    });

    const good = { name: 'Ana', email: 'a@example.com' };
    it.each([
      ['our own page', { origin: 'http://linkage.test' }, 201],
      ['our own page with a cookie', { origin: 'http://linkage.test', cookie: 'a=b' }, 201],
      ['another site', { origin: 'http://evil.test' }, 403],
      ['another port of this host', { origin: 'http://linkage.test:8080' }, 403],
      ['another scheme of this host', { origin: 'https://linkage.test' }, 403],
      ['a page without referrer on our site', { origin: 'null', 'sec-fetch-site': 'same-origin' }, 201],
      ['a page without referrer elsewhere', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
      ['a sandboxed frame in an old browser', { origin: 'null' }, 403],
      ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
      ['the address bar', { 'sec-fetch-site': 'none', cookie: 'a=b' }, 201],
      ['a program without a cookie', {}, 201],
      ['a program with a cookie', { cookie: 'a=b' }, 403],
    ])('lets %s change something or not', async (_, headers, status) => {
      const answer = await post('/api/probe/greet', good, headers as Record<string, string>);
      expect(answer.status).toBe(status);
      if (status === 403) expectProblem(answer, 403, 'origin-refused');
    });

    const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    const pageAt = (path: string, headers: Record<string, string>): Promise<Answer> =>
      send('GET', path, { headers: { ...browser, ...headers } });

    it('sends a browser that asks under another name to the right one, once, without leaving Linkage', async () => {
      const answer = await pageAt('//evil.test/x?y=1', { host: 'www.linkage.test' });
      expect(answer.status).toBe(307);
      expect(answer.headers['location']).toBe('http://linkage.test//evil.test/x?y=1');
      const [cookie = ''] = answer.headers['set-cookie'] ?? [];
      expect(cookie).toContain('HttpOnly');
      const again = await pageAt('/x', { host: 'www.linkage.test', cookie: cookie.split(';')[0] ?? '' });
      expect(again.status).toBe(421);
      expect(again.text).toContain('This page has another address');
    });
    it('explains to a browser what a proxy must pass on', async () => {
      const answer = await pageAt('/x', { host: '127.0.0.1:3000' });
      expect(answer).toMatchObject({ status: 421, headers: { 'content-type': 'text/html; charset=utf-8' } });
      expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'nonce-[\w-]+';/);
      expect(answer.text).toContain('<dd>Host: 127.0.0.1:3000</dd>');
      expect(answer.text).toContain('proxy_set_header Host $http_host;');
    });
    it('says to a person in words what did not work, and leads there again', async () => {
      const answer = await pageAt('/api/probe/down/log?code=a%22%3E', {});
      expect(answer).toMatchObject({
        status: 503,
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '5' },
      });
      expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'nonce-[\w-]+';/);
      expect(answer.text).toContain('Linkage cannot read or write its data right now');
      expect(answer.text).toContain('<a class="go" href="/api/probe/down/log?code=a%22%3E">Try again</a>');
      expect(answer.text).not.toContain('/secret/path');
      const refused = await pageAt('/api/probe/domain/rule-broken', {});
      expect(refused).toMatchObject({ status: 422, headers: { 'content-type': 'text/html; charset=utf-8' } });
      expect(refused.text).not.toContain('Try again');
    });
    it('explains the same to a program', async () => {
      const answer = await send('GET', '/api/probe/bug', { headers: { host: '127.0.0.1:3000' } });
      expectProblem(answer, 421, 'origin-refused');
      expect(answer.body['detail']).toContain('came with Host: 127.0.0.1:3000');
    });
    it('believes no name that a page under a rebound name may send itself', async () => {
      const rebound = { host: 'evil.test:3000', 'x-forwarded-host': 'linkage.test' };
      expect((await send('GET', '/api/probe/look-back', { headers: rebound })).status).toBe(421);
      expect((await post('/api/probe/greet', good, rebound)).status).toBe(421);
    });
    it('refuses to change anything under another name', async () => {
      expectProblem(await post('/api/probe/greet', good, { host: 'rebound.test' }), 421, 'origin-refused');
    });
  });

  it('logs route patterns, never addresses, queries, cookies or bodies', async () => {
    await send('GET', '/api/probe/domain/invalid?code=hidden-code', { headers: { cookie: 'session=hidden-cookie' } });
    await post('/api/probe/greet', { name: 'hidden-name', email: 'a@example.com' });
    const logged = lines.join('');
    expect(logged).toContain('"route":"/api/probe/domain/:kind"');
    expect(logged).not.toMatch(/hidden-/);
    expect(JSON.parse(lines.at(-1) ?? '{}')).toMatchObject({
      part: 'Request',
      method: 'POST',
      route: '/api/probe/greet',
      status: 201,
    });
  });
});
