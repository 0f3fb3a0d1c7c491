import { loopbackHost, troubleOfCall, type LoopbackAnswer, type LoopbackHost } from '../testing';
import { PlatformClient } from './platform-client';
import { urlOf } from './platform-request';
import type { UnexpectedAnswer } from './unexpected-answer';
import { verdictOfStatus } from './verdict';

const now = new Date('2026-11-23T12:00:00Z');
const token = 'token-that-nobody-may-see';

describe('the platform client', () => {
  let answer: LoopbackAnswer;
  let host: LoopbackHost;
  const reports: UnexpectedAnswer[] = [];
  const surroundings = { clock: { now: () => now }, report: (report: UnexpectedAnswer) => void reports.push(report) };
  const client = new PlatformClient('instagram', surroundings);
  const hasty = new PlatformClient('instagram', { ...surroundings, timeoutMs: 100 });
  const ask = (base = host.url) =>
    (answer.silent ? hasty : client).json(
      { method: 'GET', url: urlOf(base, '/me', { access_token: token }), call: 'GET /me', bearer: token },
      (refused) => verdictOfStatus(refused, now) ?? null,
    );

  beforeAll(async () => {
    host = await loopbackHost(() => answer);
  });
  afterAll(() => host.close());
  beforeEach(() => reports.splice(0));

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
    [{ 'retry-after': '60' }, '2026-11-23T12:01:00.000Z'],
    [{}, '2026-11-23T12:15:00.000Z'],
  ])('reads 429 with %p', async (headers, at) => {
    answer = { status: 429, headers, text: 'slow down' };
    expect(await troubleOfCall(ask())).toEqual({ outcome: 'rate-limited', retryAt: new Date(at) });
  });

  it('follows no redirect, which could carry the token away', async () => {
    answer = { status: 302, headers: { location: `${host.url}/elsewhere` }, text: '' };
    const before = host.seen.length;
    expect((await troubleOfCall(ask())).outcome).toBe('unexpected');
    expect(host.seen.length).toBe(before + 1);
  });

  it('reports what nobody foresaw, with an id and without secrets', async () => {
    answer = { status: 400, json: { error: { message: `strange ${token}`, code: 999 }, access_token: token } };
    const trouble = await troubleOfCall(ask());
    expect(trouble).toEqual({ outcome: 'unexpected', reportId: reports[0]?.reportId });
    expect(reports).toEqual([
      {
        reportId: expect.stringMatching(/^[0-9a-f]{10}$/),
        platform: 'instagram',
        call: 'GET /me',
        status: 400,
        body: '{"error":{"message":"strange [hidden]","code":999},"access_token":"[left out]"}',
      },
    ]);
  });

  it('names neither address nor token in an error', async () => {
    for (const given of [
      { status: 500, json: {} },
      { status: 418, json: {} },
      { silent: true },
    ] satisfies LoopbackAnswer[]) {
      answer = given;
      const error: unknown = await ask().catch((caught: unknown) => caught);
      const told = `${String(error)} ${(error as Error).stack} ${JSON.stringify(error)} ${String((error as Error).cause)}`;
      expect(told).not.toContain(token);
      expect(told).not.toContain(host.url);
    }
  });

  it('turns an answer that our code cannot read into a report, not into a crash', async () => {
    const broken = client.closed('fetchProfile', async () => (JSON.parse('null') as { id: string }).id);
    expect(await troubleOfCall(broken)).toEqual({ outcome: 'unexpected', reportId: reports[0]?.reportId });
    expect(reports[0]).toMatchObject({ call: 'fetchProfile', body: expect.stringContaining('TypeError') });
  });
});
