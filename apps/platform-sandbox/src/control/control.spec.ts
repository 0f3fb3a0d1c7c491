import { sandboxPlatforms } from '../platforms';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningSandbox } from '../server';
import {
  bearer,
  call,
  day,
  InstagramVisitor,
  postJson,
  startForTest,
  testNow,
  YoutubeVisitor,
} from '../testing/visitor';
import type { ClockReading } from '../world/sandbox-clock';
import type { Call } from './calls';
import type { Counted } from './tally';
import type { PersonRow } from './people';

let running: RunningSandbox;
let api: string;
beforeEach(async () => {
  running = await startForTest({ holdMs: 200 });
  api = `${running.url}/control/api`;
});
afterEach(() => running.close());

/** Closes it, whatever happens. */
async function within<T>(sandbox: RunningSandbox, work: (sandbox: RunningSandbox) => Promise<T>): Promise<T> {
  try {
    return await work(sandbox);
  } finally {
    await sandbox.close();
  }
}

describe('clock', () => {
  it('is moved on, set, stopped, started and brought back', async () => {
    const move = async (body: unknown): Promise<ClockReading> =>
      (await postJson<ClockReading>(`${api}/clock`, body)).body;
    expect((await call<ClockReading>(`${api}/clock`)).body).toEqual({
      now: testNow.toISOString(),
      movedBy: 0,
      running: true,
    });
    expect(await move({ advanceMs: day })).toEqual({
      now: new Date(testNow.getTime() + day).toISOString(),
      movedBy: day,
      running: true,
    });
    expect(await move({ pause: true })).toMatchObject({ movedBy: day, running: false });
    expect(await move({ advanceMs: 1 })).toMatchObject({ movedBy: day + 1, running: false });
    expect(await move({ resume: true })).toMatchObject({ movedBy: day + 1, running: true });
    expect(await move({ set: '2027-01-01T00:00:00Z' })).toMatchObject({
      now: '2027-01-01T00:00:00.000Z',
      running: true,
    });
    expect(await move({ reset: true })).toEqual({ now: testNow.toISOString(), movedBy: 0, running: true });
  });

  it.each([
    [{}],
    [[]],
    ['text'],
    [{ set: 'tomorrow' }],
    [{ advanceMs: '5' }],
    [{ set: '1969-01-01T00:00:00Z' }],
    [{ advanceMs: 1e18 }],
  ])('refuses %o and says what would do', async (body) => {
    const { status, body: answer } = await postJson<{ error: string }>(`${api}/clock`, body);
    expect(status).toBe(400);
    expect(answer.error).toMatch(/Send|2010/);
    expect(running.sandbox.clock.read().movedBy).toBe(0);
  });

  it('streams: the first event at once, then each move', async () => {
    const response = await fetch(`${api}/clock/stream`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async (): Promise<ClockReading> =>
      JSON.parse(/^data: (.*)$/m.exec((await reader?.read())?.value ?? '')?.[1] ?? '');
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect((await next()).movedBy).toBe(0);
    await postJson(`${api}/clock`, { advanceMs: day });
    expect((await next()).movedBy).toBe(day);
    await reader?.cancel();
  });

  it('and revoked permissions outlive a restart, and so do tokens', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    const stateFile = join(folder, 'state.json');
    const revoke = (url: string) => call(`${url}/control/api/people/instagram/kwameshoots/revoke`, { method: 'POST' });
    const tokens = await within(await startForTest({ stateFile }), async ({ url }) => {
      const visitor = new InstagramVisitor(url);
      const both = [await visitor.token('atelier.amelie'), await visitor.token('kwameshoots')] as const;
      await revoke(url);
      await postJson(`${url}/control/api/clock`, { advanceMs: day });
      return both;
    });
    await within(await startForTest({ stateFile }), async ({ url, sandbox }) => {
      expect(sandbox.clock.read().movedBy).toBe(day);
      expect((await call(`${url}/instagram/graph/me`, bearer(tokens[0]))).status).toBe(200);
      expect((await call(`${url}/instagram/graph/me`, bearer(tokens[1]))).body).toMatchObject({
        error: { error_subcode: 458 },
      });
    });
    rmSync(folder, { recursive: true });
  });
});

describe('people', () => {
  it('are listed with how they stand', async () => {
    await new InstagramVisitor(running.url).token('atelier.amelie');
    const { people } = (await call<{ people: PersonRow[] }>(`${api}/people`)).body;
    for (const platform of ['instagram', 'youtube'])
      expect(people.filter((person) => person.platform === platform && person.cast).length).toBeGreaterThanOrEqual(12);
    expect(people.find(({ id }) => id === 'atelier.amelie')).toMatchObject({
      access: 'granted',
      followers: expect.any(Number),
      email: null,
    });
    expect(people.find(({ id }) => id === 'glitterfrog')).toMatchObject({
      access: 'never',
      email: 'frog@sandbox.example',
    });
  });

  it.each([
    ['instagram/nobody/revoke', 404],
    ['instagram/atelier.amelie/explode', 400],
    ['myspace/tom/revoke', 400],
  ])('refuses %s', async (path, status) => {
    expect((await call(`${api}/people/${path}`, { method: 'POST' })).status).toBe(status);
  });
});

describe('faults', () => {
  const put = (platform: string, body: unknown) =>
    postJson<{ error: string }>(`${api}/faults/${platform}`, body, 'PUT');
  const youtube = async () => {
    const visitor = new YoutubeVisitor(running.url);
    const { access_token: token } = await visitor.grant('luciaferngarden');
    return () => visitor.get(token, 'youtube/v3/channels', { part: 'id', mine: 'true' });
  };
  const instagram = async () => {
    const visitor = new InstagramVisitor(running.url);
    const token = await visitor.token('atelier.amelie');
    return () => visitor.get(token, 'me');
  };

  it('strike as many calls as were asked for, then pass', async () => {
    const me = await instagram();
    await put('instagram', { kind: '500', calls: 2 });
    expect(await me()).toMatchObject({ status: 500, body: { error: { code: 2, is_transient: true } } });
    const left = { kind: '500', left: 1, host: null, path: null, person: null };
    expect((await call(`${api}/faults/instagram`)).body).toEqual({ fault: left, faults: [left] });
    expect((await me()).status).toBe(500);
    expect((await me()).status).toBe(200);
    const { faults } = (await call<{ faults: { platform: string; fault: unknown }[] }>(`${api}/faults`)).body;
    expect(faults.map(({ platform }) => platform)).toEqual(sandboxPlatforms.map(({ traits }) => traits.id));
    expect(faults.every(({ fault }) => fault === null)).toBe(true);
  });

  it('strike until cleared', async () => {
    const mine = await youtube();
    await put('youtube', { kind: 'quota', calls: null });
    for (let i = 0; i < 3; i++)
      expect(await mine()).toMatchObject({
        status: 403,
        body: { error: { errors: [{ reason: 'quotaExceeded', domain: 'youtube.quota' }] } },
      });
    await call(`${api}/faults/youtube`, { method: 'DELETE' });
    expect((await mine()).status).toBe(200);
  });

  it('say "too many calls" as each platform does', async () => {
    const [me, mine] = [await instagram(), await youtube()];
    await put('instagram', { kind: '429' });
    await put('youtube', { kind: '429' });
    const meta = await me();
    expect(meta).toMatchObject({ status: 400, body: { error: { code: 4 } } });
    expect(Object.values(JSON.parse(meta.headers.get('x-business-use-case-usage') ?? '{}'))).toEqual([
      [expect.objectContaining({ estimated_time_to_regain_access: 15 })],
    ]);
    const google = await mine();
    expect(google).toMatchObject({ status: 429, body: { error: { errors: [{ reason: 'rateLimitExceeded' }] } } });
    expect(google.headers.get('retry-after')).toBe('900');
  });

  it('strike one person only, beside what strikes all', async () => {
    const visitor = new InstagramVisitor(running.url);
    const [amelie, moth] = [await visitor.token('atelier.amelie'), await visitor.token('pixel.moth')];
    const status = async (token: string) => (await visitor.get(token, 'me')).status;
    await put('instagram', { kind: '500', person: 'pixel.moth' });
    expect([await status(amelie), await status(moth)]).toEqual([200, 500]);
    await put('instagram', { kind: 'token-expired' });
    expect([await status(amelie), await status(moth)]).toEqual([400, 500]);
    await call(`${api}/faults/instagram?person=pixel.moth`, { method: 'DELETE' });
    expect([await status(amelie), await status(moth)]).toEqual([400, 400]);
    await call(`${api}/faults/instagram`, { method: 'DELETE' });
    expect([await status(amelie), await status(moth)]).toEqual([200, 200]);
  });

  it('strike a person whose refresh token is used up only where tokens are renewed', async () => {
    const visitor = new YoutubeVisitor(running.url);
    const { access_token: token } = await visitor.grant('luciaferngarden');
    await put('youtube', { kind: 'refresh-spent', person: 'luciaferngarden' });
    expect((await visitor.get(token, 'youtube/v3/channels', { part: 'id', mine: 'true' })).status).toBe(200);
    expect(await visitor.grant('luciaferngarden')).toMatchObject({ error: 'invalid_grant' });
    await call(`${api}/faults/youtube`, { method: 'DELETE' });
  });

  it('strike all platforms at once', async () => {
    await put('all', { kind: 'html' });
    const struck = (await call<{ faults: { fault: { kind: string } | null }[] }>(`${api}/faults`)).body.faults;
    expect(struck.map(({ fault }) => fault?.kind)).toEqual(sandboxPlatforms.map(() => 'html'));
    await call(`${api}/faults/all`, { method: 'DELETE' });
    expect(sandboxPlatforms.flatMap(({ traits }) => running.sandbox.faults.all(traits.id))).toEqual([]);
  });

  it('are refused for a person that the platform does not have', async () => {
    const { status, body } = await put('instagram', { kind: '500', person: 'no.such.person' });
    expect(status).toBe(400);
    expect(body.error).toContain('person must be');
  });

  it('cut an answer in the middle', async () => {
    const me = await instagram();
    await put('instagram', { kind: 'cut', calls: 1 });
    await expect(me()).rejects.toThrow(/terminated/);
    expect((await me()).status).toBe(200);
    expect(running.sandbox.calls.last().find(({ note }) => note?.includes('cut'))).toMatchObject({ status: null });
  });

  it('leave a caller without an answer', async () => {
    const me = await instagram();
    await put('instagram', { kind: 'timeout', calls: 1 });
    await expect(me()).rejects.toThrow(/fetch failed/);
    expect((await me()).status).toBe(200);
  });

  it('end a held call when the sandbox is closed', async () => {
    const patient = await startForTest({ holdMs: 3_600_000 });
    patient.sandbox.faults.put('instagram', { kind: 'timeout', left: 1, host: null, path: null, person: null });
    const held = expect(fetch(`${patient.url}/instagram/graph/me`)).rejects.toThrow();
    while (patient.sandbox.calls.last().length === 0) await new Promise(setImmediate);
    await patient.close();
    await held;
  });

  it('strike one host only, where one is named, and never pages that people see', async () => {
    const visitor = new YoutubeVisitor(running.url);
    await put('youtube', { kind: '500', host: 'analytics' });
    const { access_token: token } = await visitor.grant('luciaferngarden');
    expect((await visitor.get(token, 'youtube/v3/channels', { part: 'id', mine: 'true' })).status).toBe(200);
    expect((await visitor.report(token, { metrics: 'views' })).status).toBe(500);
    await put('youtube', { kind: '500', host: 'oauth2' });
    expect((await visitor.refresh('1//0x')).body).toMatchObject({ error: 'internal_failure' });
    expect((await visitor.consent('luciaferngarden')).searchParams.get('code')).not.toBeNull();
  });

  it.each([
    ['instagram', { kind: 'quota' }],
    ['youtube', { kind: 'plague' }],
    ['youtube', { kind: '500', calls: 0 }],
    ['youtube', { kind: '500', host: 'graph' }],
    ['myspace', { kind: '500' }],
    ['youtube', null],
  ])('refuses for %s %o', async (platform, body) => {
    const { status, body: answer } = await put(platform, body);
    expect(status).toBe(400);
    expect(answer.error ?? '').not.toBe('');
    expect(running.sandbox.faults.of('youtube')).toBeNull();
  });
});

describe('last calls', () => {
  it('are counted by person and endpoint, however many they are', async () => {
    const [amelie, kwame] = [new InstagramVisitor(running.url), new InstagramVisitor(running.url)];
    const [hers, his] = [await amelie.token('atelier.amelie'), await kwame.token('kwameshoots')];
    for (let i = 0; i < 120; i++) await amelie.get(hers, 'me');
    await kwame.get(his, 'me');
    await call(`${running.url}/instagram/graph/17841400000000001/media`);
    const { counts } = (await call<{ counts: Counted[] }>(`${api}/calls/counts`)).body;
    const me = counts.filter(({ method, person }) => method === 'GET' && person !== '');
    expect(me.map(({ person, count }) => [person, count])).toEqual([
      ['atelier.amelie', 120],
      ['kwameshoots', 1],
    ]);
    expect(me[0]).toMatchObject({ platform: 'instagram', endpoint: expect.stringMatching(/\/me$/) });
    expect(counts.at(-1)).toEqual({
      platform: 'instagram',
      person: '',
      method: 'GET',
      endpoint: '/graph/:id/media',
      count: 1,
    });
  });

  it('tell who called what and how it ended, and no secret', async () => {
    const visitor = new InstagramVisitor(running.url);
    const token = await visitor.token('atelier.amelie');
    await call(`${running.url}/instagram/graph/v26.0/me?access_token=${token}`);
    const { body, headers } = await call<{ calls: Call[] }>(`${api}/calls`);
    expect(headers.get('content-type')).toContain('json');
    expect(body.calls.map(({ method, path, status, note }) => [method, path, status, note])).toEqual([
      ['GET', '/graph/v26.0/me', 200, 'atelier.amelie'],
      ['GET', '/graph/access_token', 200, null],
      ['POST', '/api/oauth/access_token', 200, 'atelier.amelie'],
      ['consent', 'atelier.amelie', null, '2 of 2 allowed'],
    ]);
    const page = (await call<string>(`${running.url}/`)).body;
    for (const text of [JSON.stringify(body), page]) {
      expect(text).not.toContain(token);
      expect(text).not.toContain('linkage-sandbox-secret');
      expect(text).not.toMatch(/IGAA|AQ[\w-]{20}/);
    }
  });

  it('are escaped on the page', async () => {
    await call(`${running.url}/instagram/graph/${encodeURIComponent('<script>alert(1)</script>')}`);
    const page = (await call<string>(`${running.url}/`)).body;
    expect(page).not.toContain('<script>alert');
  });
});

it('lets no other site turn its knobs', async () => {
  const move = (origin: string) =>
    call(`${api}/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: '{"advanceMs":1}',
    });
  expect((await move('http://localhost:3000')).status).toBe(403);
  expect((await move('null')).status).toBe(403);
  expect((await move(running.url)).status).toBe(200);
});

describe('the registered app', () => {
  const uris = `redirect-uris`;

  it('starts with where Linkage listens, and takes others in their place', async () => {
    const linkage = 'http://localhost:3000/api/oauth/{platform}/callback';
    expect((await call(`${api}/${uris}`)).body).toEqual({ redirectUris: [linkage] });
    const other = 'https://app.example/back/{platform}';
    expect((await postJson(`${api}/${uris}`, { redirectUris: [other] }, 'PUT')).body).toEqual({
      redirectUris: [other],
    });
    expect((await call<string>(running.url)).body).toContain(other);
    const visitor = new InstagramVisitor(running.url);
    await expect(visitor.consent('atelier.amelie')).rejects.toThrow('400');
    const back = await visitor.consent('atelier.amelie', {
      query: { redirect_uri: 'https://app.example/back/instagram' },
    });
    expect(back.searchParams.get('code')).toBeTruthy();
  });

  it.each([
    [{}, /list/],
    [{ redirectUris: 'http://localhost' }, /list/],
    [{ redirectUris: [7] }, /list/],
    [{ redirectUris: ['javascript:alert(1)'] }, /javascript:alert\(1\).*absolute/],
    [{ redirectUris: ['http://localhost/#x'] }, /absolute/],
    [{ redirectUris: ['/back'] }, /absolute/],
  ])('refuses %j and keeps what it has', async (body, words) => {
    const { status, body: answer } = await postJson<{ error: string }>(`${api}/${uris}`, body, 'PUT');
    expect({ status, said: words.test(answer.error) }).toEqual({ status: 400, said: true });
    expect((await call<{ redirectUris: string[] }>(`${api}/${uris}`)).body.redirectUris).toHaveLength(1);
  });
});
