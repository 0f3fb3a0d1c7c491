import type {
  TwitchClip,
  TwitchError,
  TwitchList,
  TwitchStream,
  TwitchToken,
  TwitchUser,
  TwitchValidation,
  TwitchVideo,
} from '@linkage/platforms/wire';
import type { RunningSandbox } from '../server';
import { call, client, day, decide, hour, post, startForTest, type Answer } from '../testing/visitor';

const redirectUri = 'http://localhost:3000/api/oauth/twitch/callback';

let running: RunningSandbox;
beforeEach(async () => {
  running = await startForTest();
});
afterEach(() => running.close());

const query = (changes: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({
    client_id: client.client_id,
    response_type: 'code',
    scope: 'user:read:email',
    redirect_uri: redirectUri,
    state: 'state-1',
    force_verify: 'true',
    ...changes,
  });
const authorize = (changes: Record<string, string> = {}): string =>
  `${running.url}/twitch/id/oauth2/authorize?${query(changes)}`;
const consent = (person: string, changes: Record<string, string> = {}, decision: 'allow' | 'cancel' = 'allow') =>
  decide(`${running.url}/twitch/id/oauth2/authorize/consent?${query({ account: person, ...changes })}`, decision, []);
const token = <T = TwitchToken>(form: Record<string, string>): Promise<Answer<T>> =>
  post<T>(`${running.url}/twitch/id/oauth2/token`, { ...client, ...form });
const grant = async (person: string, changes: Record<string, string> = {}): Promise<TwitchToken> => {
  const code = (await consent(person, changes)).searchParams.get('code') ?? '';
  return (await token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri })).body;
};
const refresh = <T = TwitchToken>(refreshToken: string): Promise<Answer<T>> =>
  token<T>({ grant_type: 'refresh_token', refresh_token: refreshToken });
const validate = (access: string) =>
  call<TwitchValidation & TwitchError>(`${running.url}/twitch/id/oauth2/validate`, {
    headers: { authorization: `OAuth ${access}` },
  });
const helix = <T>(access: string, path: string, headers: Record<string, string> = {}): Promise<Answer<T>> =>
  call<T>(`${running.url}/twitch/api/helix/${path}`, {
    headers: { authorization: `Bearer ${access}`, 'client-id': client.client_id, ...headers },
  });
const idOf = async (access: string): Promise<string> =>
  (await helix<TwitchList<TwitchUser>>(access, 'users')).body.data[0]?.id ?? '';
const listOf = async <T>(access: string, path: string): Promise<T[]> => {
  const items: T[] = [];
  let after = '';
  do {
    const { body } = await helix<TwitchList<T>>(access, `${path}&first=100${after && `&after=${after}`}`);
    items.push(...body.data);
    after = body.pagination?.cursor ?? '';
  } while (after);
  return items;
};

describe('consent', () => {
  it('lets one choose among at least twelve people, names escaped', async () => {
    const { status, body } = await call<string>(authorize());
    expect(status).toBe(200);
    expect(body.match(/account=/g)?.length).toBeGreaterThanOrEqual(12);
    expect(body).toContain('&lt;b&gt;Bold&lt;/b&gt; &amp; Sons');
  });

  it.each([
    ['client_id', 'x'],
    ['redirect_uri', 'https://elsewhere.example/take-the-code'],
    ['redirect_uri', `${redirectUri}/`],
    ['response_type', 'token'],
    ['scope', 'user:read:email everything'],
  ])('does not redirect when %s is "%s"', async (name, value) => {
    expect((await call(authorize({ [name]: value }))).status).toBe(400);
  });

  it('is all or nothing', async () => {
    expect(Object.fromEntries((await consent('nightshift_live')).searchParams)).toMatchObject({
      scope: 'user:read:email',
      state: 'state-1',
    });
    expect(Object.fromEntries((await consent('nightshift_live', {}, 'cancel')).searchParams)).toMatchObject({
      error: 'access_denied',
      error_description: 'The user denied you access',
    });
  });

  it('is not asked for again where it was given, unless the app wants to verify', async () => {
    await grant('nightshift_live');
    const again = (force: string) =>
      call(
        `${running.url}/twitch/id/oauth2/authorize/consent?${query({ account: 'nightshift_live', force_verify: force })}`,
      );
    expect((await again('false')).headers.get('location')).toContain('code=');
    expect((await again('true')).status).toBe(200);
  });
});

describe('tokens', () => {
  it('live about four hours, name scopes as a list, and none where none was asked for', async () => {
    const given = await grant('nightshift_live');
    expect(given).toMatchObject({ expires_in: 14_154, scope: ['user:read:email'], token_type: 'bearer' });
    expect(await grant('nightshift_live', { scope: '' })).not.toHaveProperty('scope');
    expect((await validate(given.access_token)).body).toMatchObject({
      login: 'nightshift_live',
      client_id: client.client_id,
      scopes: ['user:read:email'],
    });
    running.sandbox.clock.advance(4 * hour);
    const { status, body } = await validate(given.access_token);
    expect({ status, body }).toEqual({ status: 401, body: { status: 401, message: 'invalid access token' } });
    expect((await refresh(given.refresh_token)).status).toBe(200);
  });

  it('end with a new password, and when they are revoked', async () => {
    const first = await grant('nightshift_live');
    running.sandbox.standings.end('twitch', 'nightshift_live', 'password-changed', 0);
    expect((await validate(first.access_token)).status).toBe(401);
    expect((await refresh<TwitchError>(first.refresh_token)).body).toEqual({
      status: 400,
      message: 'Invalid refresh token',
    });
    const second = await grant('nightshift_live');
    const revoke = () =>
      post(`${running.url}/twitch/id/oauth2/revoke`, { client_id: client.client_id, token: second.access_token });
    expect(await revoke()).toMatchObject({ status: 200, body: '' });
    expect((await revoke()).status).toBe(400);
    expect((await refresh(second.refresh_token)).status).toBe(400);
  });

  it('are given for one code once, to the app that has the secret', async () => {
    const code = (await consent('nightshift_live')).searchParams.get('code') ?? '';
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    expect((await token<TwitchError>({ ...form, client_secret: 'x' })).body).toEqual({
      status: 403,
      message: 'invalid client secret',
    });
    expect((await token(form)).status).toBe(200);
    expect((await token<TwitchError>(form)).body.message).toBe('Invalid authorization code');
  });
});

describe('the Helix API', () => {
  it('wants the id of the app beside the token, and says how much is left', async () => {
    const { access_token: access } = await grant('nightshift_live');
    const { headers } = await helix(access, 'users');
    expect(headers.get('ratelimit-limit')).toBe('800');
    expect(headers.get('ratelimit-remaining')).toBe('799');
    expect(Number(headers.get('ratelimit-reset'))).toBeGreaterThan(0);
    expect((await helix<TwitchError>(access, 'users', { 'client-id': 'other' })).body).toEqual({
      error: 'Unauthorized',
      status: 401,
      message: 'Client ID and OAuth token do not match',
    });
    expect((await helix<TwitchError>('x', 'users')).body.message).toBe('Invalid OAuth token');
  });

  it('gives 800 points a minute to an app and its user, and no more', async () => {
    const { access_token: access } = await grant('blankreel');
    const statuses: number[] = [];
    for (let asked = 0; asked < 801; asked += 1) statuses.push((await helix(access, 'users')).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(800);
    expect(statuses.at(-1)).toBe(429);
    running.sandbox.clock.advance(1_000);
    expect((await helix(access, 'users')).status).toBe(200);
  });

  it('gives the e-mail of oneself, with the scope, once it is verified', async () => {
    const emailOf = async (person: string, scope = 'user:read:email') => {
      const { access_token: access } = await grant(person, { scope });
      return (await helix<TwitchList<TwitchUser>>(access, 'users')).body.data[0]?.email;
    };
    expect(await emailOf('nightshift_live')).toBe('nightshift@sandbox.example');
    expect(await emailOf('nightshift_live', '')).toBeUndefined();
    expect(await emailOf('glitterfrog')).toBeUndefined();
  });

  it('gives the number of followers without their list', async () => {
    const { access_token: access } = await grant('nightshift_live');
    const { body } = await helix<TwitchList<object>>(access, `channels/followers?broadcaster_id=${await idOf(access)}`);
    expect(body).toMatchObject({ data: [], pagination: {} });
    expect(body.total).toBeGreaterThan(58_000);
  });

  it('lists what can be watched now, newest first; past broadcasts go after their days', async () => {
    const { access_token: access } = await grant('nightshift_live');
    const path = `videos?user_id=${await idOf(access)}`;
    const before = await listOf<TwitchVideo>(access, path);
    const times = before.map(({ published_at: at }) => at);
    expect(times).toEqual([...times].sort().reverse());
    const broadcasts = before.filter(({ type }) => type === 'archive');
    const now = running.sandbox.clock.now();
    expect(broadcasts.length).toBeGreaterThan(5);
    for (const { published_at: at } of broadcasts) expect(Date.parse(at)).toBeGreaterThan(now - 60 * day);
    for (const { thumbnail_url: picture } of before) expect(picture).toContain('%{width}');
    expect(before.filter(({ type }) => type !== 'archive').length).toBeGreaterThan(20);
    expect((await helix(access, path.replace(/=.*/, '='))).status).toBe(400);
  });

  it('lists clips by their views', async () => {
    const { access_token: access } = await grant('clipfarm');
    const clips = await listOf<TwitchClip>(access, `clips?broadcaster_id=${await idOf(access)}`);
    const views = clips.map(({ view_count: count }) => count);
    expect(views).toEqual([...views].sort((one, other) => other - one));
    expect(clips.length).toBeGreaterThan(2_500);
    expect(new Set(clips.map(({ id }) => id)).size).toBe(clips.length);
  });

  it('says who is live', async () => {
    const streamOf = async (person: string) => {
      const { access_token: access } = await grant(person);
      return (await helix<TwitchList<TwitchStream>>(access, `streams?user_id=${await idOf(access)}`)).body.data[0];
    };
    expect(await streamOf('kwamecuts')).toMatchObject({ type: 'live', viewer_count: expect.any(Number) as number });
    expect(await streamOf('blankreel')).toBeUndefined();
  });
});
