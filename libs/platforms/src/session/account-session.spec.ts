import { z } from 'zod';
import { always, count, list, shape, text } from '../answers';
import { PlatformClient, urlOf, type AnswerRules, type ClientEnvironment, type UnexpectedAnswer } from '../http';
import { isLoss } from '../loss';
import { loopbackHost, troubleOfCall, type LoopbackAnswer, type LoopbackHost, type SeenRequest } from '../testing';
import { AccountSession } from './account-session';
import { isComplete, pagesOf, type PagesEnd } from './pages';

const now = new Date('2026-11-23T12:00:00Z');
const grant = { accessToken: 'token', granted: ['insights'] };
const rules: AnswerRules = {
  verdict: ({ body }) => {
    const { error } = body as { error?: string };
    if (error === 'dead') return { outcome: 'needs-reauthorization', cause: 'expired' };
    if (error === 'gone') return { outcome: 'gone' };
    if (error === 'credits') return { outcome: 'app-out-of-credits', retryAt: null };
    if (error === 'may not') return { outcome: 'app-not-enrolled', retryAt: null, ofThisCall: true };
    if (error === 'scope') return { outcome: 'permission-missing', permission: 'insights' };
    return error === 'limit' ? { outcome: 'rate-limited', retryAt: new Date(now.getTime() + 60_000) } : undefined;
  },
  rate: (headers) => (headers.has('x-used') ? { usedPercent: Number(headers.get('x-used')), freeAt: null } : undefined),
};
const figures = z.object({ name: text, likes: always(count) });

describe('a reading of one account', () => {
  let answer: (request: SeenRequest) => LoopbackAnswer;
  let host: LoopbackHost;
  const reports: UnexpectedAnswer[] = [];
  const open = (more: Partial<ClientEnvironment> = {}) => {
    const report = (unexpected: UnexpectedAnswer) => void reports.push(unexpected);
    return new AccountSession(
      new PlatformClient('instagram', { clock: { now: () => now }, report, ...more }),
      rules,
      grant,
    );
  };
  const request = (path = '/figures', bucket?: string) => ({
    method: 'GET' as const,
    url: urlOf(host.url, path),
    call: `GET ${path}`,
    ...(bucket !== undefined && { bucket }),
  });

  beforeAll(async () => {
    host = await loopbackHost((seen) => answer(seen));
  });
  afterAll(() => host.close());
  beforeEach(() => {
    reports.splice(0);
    host.seen.splice(0);
  });

  it.each<[string, LoopbackAnswer, string]>([
    ['a dead token', { status: 401, json: { error: 'dead' } }, 'needs-reauthorization'],
    ['something gone', { status: 404, json: { error: 'gone' } }, 'gone'],
    ['500', { status: 500, json: {} }, 'platform-down'],
    ['something unforeseen', { status: 418, json: { error: 'teapot' } }, 'unexpected'],
    ['a no that is not foreseen', { status: 403, json: { error: 'teapot' } }, 'unexpected'],
  ])('rejects where the account is named: %s', async (_name, given, outcome) => {
    answer = () => given;
    expect((await troubleOfCall(open().decide(request(), figures))).outcome).toBe(outcome);
  });

  it('asks nothing more once the platform refuses the app as a whole', async () => {
    const session = open();
    answer = () => ({ status: 402, json: { error: 'credits' } });
    const first = await session.ask(request(), figures);
    expect(await session.ask(request('/other'), figures)).toBe(first);
    expect(host.seen).toHaveLength(1);
  });

  it('goes on at other hosts, which may serve the app all the same', async () => {
    const session = open();
    answer = () => ({ status: 402, json: { error: 'credits' } });
    await session.ask(request(), figures);
    answer = () => ({ json: { name: 'x', likes: 1 } });
    const elsewhere = { ...request(), url: urlOf(host.url.replace('127.0.0.1', 'localhost'), '/figures') };
    expect(await session.ask(elsewhere, figures)).toEqual({ name: 'x', likes: 1 });
  });

  it('goes on at other services of the same host', async () => {
    const session = open();
    answer = () => ({ status: 402, json: { error: 'credits' } });
    const first = await session.ask({ ...request(), service: 'figures' }, figures);
    answer = () => ({ json: { name: 'x', likes: 1 } });
    expect(await session.ask({ ...request('/other'), service: 'figures' }, figures)).toBe(first);
    expect(await session.ask({ ...request(), service: 'names' }, figures)).toEqual({ name: 'x', likes: 1 });
  });

  it('goes on at other calls where the app is refused for one of them', async () => {
    const session = open();
    answer = () => ({ status: 400, json: { error: 'may not' } });
    expect(await session.ask(request(), figures)).toMatchObject({ lost: 'app-not-enrolled' });
    answer = () => ({ json: { name: 'x', likes: 1 } });
    expect(await session.ask(request('/other'), figures)).toEqual({ name: 'x', likes: 1 });
  });

  it('reports to the operator what only the operator can change', async () => {
    answer = () => ({ status: 402, json: { error: 'credits' } });
    expect(await troubleOfCall(open().decide(request(), figures))).toEqual({
      outcome: 'app-out-of-credits',
      retryAt: null,
    });
    expect(reports).toMatchObject([{ status: 402 }]);
  });

  it.each<[string, LoopbackAnswer, string]>([
    ['a dead token', { status: 401, json: { error: 'dead' } }, 'refused'],
    ['something gone', { status: 404, json: { error: 'gone' } }, 'refused'],
    ['a missing scope', { status: 403, json: { error: 'scope' } }, 'permission-missing'],
    ['a limit', { status: 429, json: { error: 'limit' } }, 'rate-limited'],
    ['no credits', { status: 429, json: { error: 'credits' } }, 'app-out-of-credits'],
    ['500', { status: 500, json: {} }, 'platform-down'],
    ['a cut body', { text: '{"likes":', cut: true }, 'platform-down'],
    ['HTML', { status: 502, text: '<html>' }, 'platform-down'],
    ['null', { text: 'null' }, 'platform-down'],
    ['something unforeseen', { status: 418, json: { error: 'teapot' } }, 'unexpected'],
    ['a no that is not foreseen', { status: 403, json: { error: 'teapot' } }, 'refused'],
    ['a no without a word', { status: 403, json: {} }, 'unexpected'],
    ['a no of a gateway', { status: 403, text: '<html>' }, 'platform-down'],
    ['a no without a body', { status: 403, text: '' }, 'platform-down'],
  ])('never rejects elsewhere: %s costs what was asked for', async (_name, given, lost) => {
    answer = () => given;
    const read = await open().ask(request(), figures);
    expect(read).toMatchObject({ lost, reportId: reports[0]?.reportId });
    expect(reports).toHaveLength(1);
  });

  it('reads field by field, and reports once what could not be read', async () => {
    answer = () => ({ json: { name: 'a', likes: null } });
    const session = open();
    for (let times = 0; times < 3; times += 1)
      expect(await session.ask(request(), figures)).toEqual({
        name: 'a',
        likes: { lost: 'unexpected', reportId: reports[0]?.reportId, retryAt: null },
      });
    expect(reports).toEqual([
      expect.objectContaining({ call: 'GET /figures', body: 'likes: a number was promised, null came' }),
    ]);
  });

  it('knows answers that say no although nothing is wrong', async () => {
    answer = () => ({ status: 400, json: { error: 'too few' } });
    const few = ({ status }: { status: number }) => (status === 400 ? ('few' as const) : undefined);
    expect(await open().ask(request(), figures, few)).toBe('few');
    expect(reports).toEqual([]);
  });

  it('asks once more after a hiccup', async () => {
    let first = true;
    answer = () => {
      const given = first ? { status: 500, json: {} } : { json: { likes: 3 } };
      first = false;
      return given;
    };
    expect(await open().ask(request(), figures)).toEqual({ likes: 3 });
  });

  it('leaves a call alone that fails again and again, and no other', async () => {
    answer = ({ path }) => (path === '/figures' ? { status: 500, json: {} } : { json: { likes: 1 } });
    const session = open();
    for (let times = 0; times < 50; times += 1)
      expect(await session.ask(request(), figures)).toMatchObject({ lost: 'platform-down' });
    expect(host.seen).toHaveLength(6);
    expect(await session.ask(request('/other'), figures)).toEqual({ likes: 1 });
    expect(reports).toHaveLength(1);
  });

  it('takes a permission for missing only where it never worked', async () => {
    answer = () => ({ status: 403, json: { error: 'scope' } });
    const never = open();
    for (let times = 0; times < 50; times += 1) await never.ask(request(), figures);
    expect(host.seen).toHaveLength(8);
    host.seen.splice(0);
    const sometimes = open();
    answer = () => ({ json: { likes: 1 } });
    await sometimes.ask(request(), figures);
    answer = () => ({ status: 403, json: { error: 'scope' } });
    for (let times = 0; times < 50; times += 1) await sometimes.ask(request(), figures);
    expect(host.seen).toHaveLength(51);
  });

  it('calls no more in a budget that is used up, until it is free again', async () => {
    answer = ({ path }) => (path === '/a' ? { status: 429, json: { error: 'limit' } } : { json: { likes: 1 } });
    const session = open();
    const limited = await session.ask(request('/a', 'posts'), figures);
    expect(limited).toMatchObject({ lost: 'rate-limited', retryAt: new Date(now.getTime() + 60_000) });
    expect(await session.ask(request('/b', 'posts'), figures)).toBe(limited);
    expect(await session.ask(request('/b', 'profile'), figures)).toEqual({ likes: 1 });
    expect(host.seen.map(({ path }) => path)).toEqual(['/a', '/b']);
  });

  it('stops by itself where headers say that all is used up, and is busy before', async () => {
    const session = open();
    answer = () => ({ json: { likes: 1 }, headers: { 'x-used': '79' } });
    await session.ask(request(), figures);
    expect(session.postponed('GET /post')).toBeUndefined();
    answer = () => ({ json: { likes: 1 }, headers: { 'x-used': '85' } });
    await session.ask(request(), figures);
    expect(session.postponed('GET /post')).toMatchObject({ lost: 'rate-limited', retryAt: null });
    answer = () => ({ json: { likes: 1 }, headers: { 'x-used': '100' } });
    expect(await session.ask(request(), figures)).toEqual({ likes: 1 });
    expect(await session.ask(request(), figures)).toMatchObject({ lost: 'rate-limited', retryAt: null });
    expect(host.seen).toHaveLength(3);
  });

  it('makes so many calls and no more', async () => {
    answer = () => ({ json: { likes: 1 } });
    const session = open({ bounds: { mostCalls: 5 } });
    const read = [];
    for (let times = 0; times < 9; times += 1) read.push(await session.ask(request(), figures));
    expect(host.seen).toHaveLength(5);
    expect(read.filter(isLoss)).toHaveLength(4);
    expect(reports.map(({ body }) => body)).toEqual(['stopped after 5 calls']);
  });

  it('takes so much time and no more', async () => {
    answer = () => ({ json: { likes: 1 } });
    const session = open({ bounds: { mostMs: 0 } });
    expect(await session.ask(request(), figures)).toMatchObject({ lost: 'unexpected' });
    expect(host.seen).toEqual([]);
  });

  describe('page by page', () => {
    const page = z.object({ items: always(list(shape({ id: text }))), next: text });
    /** @returns how many pages were read, and how it ended */
    const through = async (session: AccountSession, expected: number | undefined, saysItself?: number) => {
      let pages = 0;
      let end: PagesEnd | undefined;
      const steps = pagesOf(session, {
        call: 'GET /posts',
        pageSize: 50,
        expected,
        async read(token) {
          const read = await session.ask(request(`/posts`), page);
          if (isLoss(read)) return read;
          const next = isLoss(read.next) ? undefined : read.next;
          return { page: token, next, ...(saysItself !== undefined && { expected: saysItself }) };
        },
      });
      for await (const step of steps) {
        if ('end' in step) end = step.end;
        else pages += 1;
      }
      return { pages, end };
    };
    const everNew = () => {
      let token = 0;
      answer = () => ({ json: { items: [], next: `page-${(token += 1)}` } });
    };

    it('reads to the end', async () => {
      let left = 3;
      answer = () => ({ json: { items: [], ...((left -= 1) > 0 && { next: `page-${left}` }) } });
      expect(await through(open(), 120)).toEqual({ pages: 3, end: 'complete' });
    });

    it.each([
      [0, 3],
      [120, 6],
      [5_000, 123],
      [1_000_000, 400],
    ])('reads of %i posts at most %i pages, though there is always another one', async (expected, most) => {
      everNew();
      const { pages, end } = await through(open(), expected);
      expect(pages).toBe(most);
      expect(end).toEqual(expected < 20_000 ? expect.objectContaining({ lost: 'unexpected' }) : 'bounded');
      expect(host.seen).toHaveLength(most);
    });

    it('has a bound also where the profile says nothing, and where only the list says how long it is', async () => {
      everNew();
      expect((await through(open(), undefined)).pages).toBe(400);
      everNew();
      expect((await through(open(), 10, 500)).pages).toBe(15);
    });

    it('ends where a page leads back, and keeps what was read', async () => {
      const tokens = ['a', 'b', 'c', 'b', 'd'];
      let at = 0;
      answer = () => ({ json: { items: [], next: tokens[at++] } });
      const { pages, end } = await through(open(), 10_000);
      expect(pages).toBe(4);
      expect(end).toMatchObject({ lost: 'unexpected', reportId: reports[0]?.reportId });
      expect(reports[0]?.body).toBe('leads to a page that was there before');
    });

    it('ends where a page cannot be read', async () => {
      let pages = 0;
      answer = () => ((pages += 1) < 3 ? { json: { items: [], next: `n${pages}` } } : { status: 500, json: {} });
      expect(await through(open(), 10_000)).toEqual({
        pages: 2,
        end: expect.objectContaining({ lost: 'platform-down' }),
      });
    });

    it.each([
      ['complete', 100, 100, true],
      ['complete', 90, 100, true],
      ['complete', 0, 100, false],
      ['complete', 0, 0, true],
      ['complete', 5, undefined, false],
      ['bounded', 100, 100, false],
    ] as const)('says whether these are all: %s with %p of %p', (end, read, expected, complete) =>
      expect(isComplete(end, read, expected)).toBe(complete),
    );
  });
});
