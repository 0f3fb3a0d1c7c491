import { z } from 'zod';
import { loopbackHost, troubleOfCall, type LoopbackAnswer, type LoopbackHost } from '../testing';
import { PlatformClient } from './platform-client';
import { urlOf, type PlatformRequest } from './platform-request';
import type { UnexpectedAnswer } from './unexpected-answer';
import type { AnswerRules } from './verdict';

const now = new Date('2026-11-23T12:00:00Z');
const token = 'token-that-nobody-may-see';
const plain: AnswerRules = { verdict: () => undefined };
const anything = z.looseObject({});

describe('the platform client', () => {
  let answer: LoopbackAnswer;
  let host: LoopbackHost;
  const reports: UnexpectedAnswer[] = [];
  const environment = { clock: { now: () => now }, report: (report: UnexpectedAnswer) => void reports.push(report) };
  const client = new PlatformClient('instagram', environment);
  const hasty = new PlatformClient('instagram', { ...environment, timeoutMs: 100 });
  const ask = (base = host.url, rules = plain) =>
    (answer.silent ? hasty : client).read(
      { method: 'GET', url: urlOf(base, '/me', { access_token: token }), call: 'GET /me', bearer: token },
      rules,
      anything,
    );
  const send = (request: Partial<PlatformRequest>) =>
    client.send({ method: 'POST', url: urlOf(host.url, '/x'), call: 'POST /x', ...request });

  beforeAll(async () => {
    host = await loopbackHost(() => answer);
  });
  afterAll(() => host.close());
  beforeEach(() => {
    reports.splice(0);
    host.seen.splice(0);
  });

  it('gives a good body and sends the token as a header', async () => {
    answer = { json: { id: '1' } };
    expect(await ask()).toEqual({ id: '1' });
    expect(host.seen.at(-1)?.authorization).toBe(`Bearer ${token}`);
  });

  it('asks what an error means that comes with 200', async () => {
    answer = { json: { error: { code: 190 } } };
    expect((await troubleOfCall(ask())).outcome).toBe('unexpected');
  });

  it.each<[string, LoopbackAnswer]>([
    ['500', { status: 500, json: { error: { code: 190 } } }],
    ['503 in HTML', { status: 503, text: '<html>' }],
    ['a cut body', { text: '{"id":"1"', cut: true }],
    ['half a body', { text: '{"id":' }],
    ['HTML', { text: '<html></html>' }],
    ['HTML with 401', { status: 401, text: '<html></html>' }],
    ['a list', { json: [1] }],
    ['nothing', { text: '' }],
    ['a body without end', { text: JSON.stringify({ id: 'x'.repeat(6 * 1024 * 1024) }) }],
    ['silence', { silent: true }],
  ])('takes %s for a platform that is down', async (_name, given) => {
    answer = given;
    expect(await troubleOfCall(ask())).toEqual({ outcome: 'platform-down' });
    expect(reports).toEqual([]);
  });

  it('takes a refused connection for a platform that is down', async () => {
    const gone = await loopbackHost(() => ({}));
    await gone.close();
    expect(await troubleOfCall(ask(gone.url))).toEqual({ outcome: 'platform-down' });
  });

  it.each([
    [{ 'retry-after': '60' }, new Date('2026-11-23T12:01:00.000Z')],
    [{}, null],
  ])('reads 429 with %p', async (headers, retryAt) => {
    answer = { status: 429, headers, text: 'slow down' };
    expect(await troubleOfCall(ask())).toEqual({ outcome: 'rate-limited', retryAt });
  });

  it('follows no redirect, which could carry the token away', async () => {
    answer = { status: 302, headers: { location: `${host.url}/elsewhere` }, text: '' };
    expect((await troubleOfCall(ask())).outcome).toBe('unexpected');
    expect(host.seen).toHaveLength(1);
  });

  it('reports what is unforeseen, with an id and without secrets', async () => {
    answer = { status: 400, json: { error: { message: `strange ${token}`, code: 999 }, access_token: token } };
    const trouble = await troubleOfCall(ask());
    expect(trouble).toEqual({ outcome: 'unexpected', reportId: reports[0]?.reportId });
    expect(reports).toEqual([
      {
        reportId: expect.stringMatching(/^[0-9a-f]{10}$/) as unknown,
        platform: 'instagram',
        call: 'GET /me',
        status: 400,
        body: '{"error":{"message":"strange [hidden]","code":999},"access_token":"[left out]"}',
      },
    ]);
  });

  it('reports a good answer that lacks what it is asked for, by the names of its fields', async () => {
    answer = { json: { access_token: 5, email: 'amelie@rousseau.example' } };
    const request = { method: 'GET', url: urlOf(host.url, '/token'), call: 'GET /token' } as const;
    const read = client.read(request, plain, z.object({ access_token: z.string() }));
    expect(await troubleOfCall(read)).toEqual({ outcome: 'unexpected', reportId: reports[0]?.reportId });
    expect(reports[0]).toMatchObject({ call: 'GET /token', status: 200, body: 'access_token: invalid_type' });
  });

  describe('by the rules of a platform', () => {
    it('takes `error.code: "ok"` for success, and another code in a 200 for none', async () => {
      const codeOf = (body: unknown): unknown => (body as { error?: { code?: string } }).error?.code;
      const rules: AnswerRules = {
        isGood: ({ body }) => codeOf(body) === 'ok',
        verdict: ({ body }) => (codeOf(body) === 'access_token_invalid' ? { outcome: 'refresh-token' } : undefined),
      };
      answer = { json: { data: { videos: [] }, error: { code: 'ok', message: '' } } };
      expect(await ask(host.url, rules)).toMatchObject({ data: { videos: [] } });
      answer = { json: { error: { code: 'access_token_invalid' } } };
      expect(await troubleOfCall(ask(host.url, rules))).toEqual({ outcome: 'refresh-token' });
    });

    it('takes a 200 with some errors for a good one', async () => {
      answer = { json: { data: { id: '1' }, errors: [{ title: 'Not Found Error' }] } };
      expect(await ask()).toMatchObject({ data: { id: '1' } });
    });

    it('reads the body of a 429 before its status: a monthly cap is no matter of minutes', async () => {
      const nextMonth = new Date('2026-12-01T00:00:00Z');
      const rules: AnswerRules = {
        verdict: ({ body }) =>
          (body as { title?: string }).title === 'UsageCapExceeded'
            ? { outcome: 'rate-limited', retryAt: nextMonth }
            : { outcome: 'needs-reauthorization', cause: 'no-longer-valid' },
      };
      answer = {
        status: 429,
        headers: { 'retry-after': '60' },
        json: { title: 'UsageCapExceeded', period: 'Monthly' },
      };
      expect(await troubleOfCall(ask(host.url, rules))).toEqual({ outcome: 'rate-limited', retryAt: nextMonth });
      answer = { status: 429, json: { title: 'anything else' } };
      expect((await troubleOfCall(ask(host.url, rules))).outcome).toBe('rate-limited');
      answer = { status: 503, json: { title: 'anything else' } };
      expect((await troubleOfCall(ask(host.url, rules))).outcome).toBe('platform-down');
    });
  });

  describe('sends', () => {
    beforeEach(() => {
      answer = { json: {} };
    });

    it('a form', async () => {
      await send({ form: { grant_type: 'x', code: 'a&b' } });
      expect(host.seen[0]).toMatchObject({ method: 'POST', form: { grant_type: 'x', code: 'a&b' } });
      expect(host.seen[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    });

    it('JSON', async () => {
      await send({ json: { max_count: 20, cursor: 5 } });
      expect(host.seen[0]).toMatchObject({ method: 'POST', body: '{"max_count":20,"cursor":5}' });
      expect(host.seen[0]?.headers['content-type']).toBe('application/json');
    });

    it('DELETE without a body', async () => {
      await send({ method: 'DELETE', bearer: token });
      expect(host.seen[0]).toMatchObject({ method: 'DELETE', body: '', authorization: `Bearer ${token}` });
    });

    it('a client as Basic, with a colon in it', async () => {
      await send({ basic: { user: 'id:1', password: 'pass word' } });
      const sent = host.seen[0]?.authorization?.replace('Basic ', '') ?? '';
      expect(Buffer.from(sent, 'base64').toString()).toBe('id%3A1:pass%20word');
    });

    it('further headers, also one for another kind of token', async () => {
      await send({ headers: { 'client-id': 'abc', authorization: `OAuth ${token}` } });
      expect(host.seen[0]?.headers).toMatchObject({ 'client-id': 'abc', authorization: `OAuth ${token}` });
    });

    it('a parameter again and again for a list', () => {
      expect(urlOf('http://x/base/', '/p', { id: ['1', '2'], none: undefined, one: 'a' }).href).toBe(
        'http://x/base/p?id=1&id=2&one=a',
      );
    });

    it('secrets of which none is in a report', async () => {
      answer = { status: 400, json: { error: 'header-secret basic-secret json-secret form-secret' } };
      const request: PlatformRequest = {
        method: 'POST',
        url: urlOf(host.url, '/x'),
        call: 'POST /x',
        basic: { user: 'client', password: 'basic-secret' },
        headers: { 'x-secret': 'header-secret' },
        json: { deep: [{ secret: 'json-secret' }] },
      };
      await troubleOfCall(client.read(request, plain, anything));
      await troubleOfCall(client.read({ ...request, json: undefined, form: { code: 'form-secret' } }, plain, anything));
      expect(reports.map(({ body }) => body)).toEqual([
        '{"error":"[hidden] [hidden] [hidden] form-secret"}',
        '{"error":"[hidden] [hidden] json-secret [hidden]"}',
      ]);
    });
  });

  it('keeps ids whole that a number cannot hold', async () => {
    answer = { text: '{"user_id":27281358591558845,"count":12,"share":0.5}' };
    expect(await ask()).toEqual({ user_id: '27281358591558845', count: 12, share: 0.5 });
  });
});
