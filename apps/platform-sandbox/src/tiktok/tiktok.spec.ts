import type { TiktokAnswer, TiktokOAuthError, TiktokToken, TiktokUser, TiktokVideoList } from '@linkage/platforms/wire';
import type { RunningSandbox } from '../server';
import { bearer, call, client, day, decide, hour, post, startForTest, type Answer } from '../testing/visitor';

const redirectUri = 'http://localhost:3000/api/oauth/tiktok/callback';
const scopes = ['user.info.basic', 'user.info.profile', 'user.info.stats', 'video.list'];
const app = { client_key: client.client_id, client_secret: client.client_secret };

let running: RunningSandbox;
beforeEach(async () => {
  running = await startForTest();
});
afterEach(() => running.close());

const query = (changes: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({
    client_key: client.client_id,
    response_type: 'code',
    scope: scopes.join(','),
    redirect_uri: redirectUri,
    state: 'state-1',
    disable_auto_auth: '1',
    ...changes,
  });
const authorize = (changes: Record<string, string> = {}): string =>
  `${running.url}/tiktok/www/v2/auth/authorize/?${query(changes)}`;
const consent = (person: string, granted = scopes, decision: 'allow' | 'cancel' = 'allow'): Promise<URL> =>
  decide(`${running.url}/tiktok/www/v2/auth/authorize/consent?${query({ account: person })}`, decision, granted);
const token = <T = TiktokToken>(form: Record<string, string>): Promise<Answer<T>> =>
  post<T>(`${running.url}/tiktok/api/v2/oauth/token/`, { ...app, ...form });
const grant = async (person: string, granted = scopes): Promise<TiktokToken> => {
  const code = (await consent(person, granted)).searchParams.get('code') ?? '';
  return (await token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri })).body;
};
const refresh = <T = TiktokToken>(refreshToken: string): Promise<Answer<T>> =>
  token<T>({ grant_type: 'refresh_token', refresh_token: refreshToken });
const userOf = (access: string, fields: string): Promise<Answer<TiktokAnswer<{ user: TiktokUser }>>> =>
  call(`${running.url}/tiktok/api/v2/user/info/?fields=${fields}`, bearer(access));
const list = (
  access: string,
  body: object,
  fields = 'id,create_time',
): Promise<Answer<TiktokAnswer<TiktokVideoList>>> =>
  call(`${running.url}/tiktok/api/v2/video/list/?fields=${fields}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${access}` },
    body: JSON.stringify(body),
  });

describe('consent', () => {
  it('lets one choose among at least twelve people, names escaped', async () => {
    const { status, body } = await call<string>(authorize());
    expect(status).toBe(200);
    expect(body.match(/account=/g)?.length).toBeGreaterThanOrEqual(12);
    expect(body).toContain('&lt;b&gt;Bold&lt;/b&gt; &amp; Sons');
  });

  it.each([
    ['client_key', 'x'],
    ['redirect_uri', 'https://elsewhere.example/take-the-code'],
    ['redirect_uri', `${redirectUri}/`],
    ['redirect_uri', redirectUri.replace('tiktok', 'youtube')],
    ['response_type', 'token'],
    ['scope', 'video.list'],
    ['scope', 'user.info.basic,video.publish'],
    ['state', ''],
  ])('does not redirect when %s is "%s"', async (name, value) => {
    expect((await call(authorize({ [name]: value }))).status).toBe(400);
  });

  it('says what was granted: the basic profile always, each other scope if it was left on', async () => {
    const url = await consent('atelier.amelie', ['video.list']);
    expect(url.origin + url.pathname).toBe(redirectUri);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      scopes: 'user.info.basic,video.list',
      state: 'state-1',
    });
    expect(Object.fromEntries((await consent('atelier.amelie', scopes, 'cancel')).searchParams)).toMatchObject({
      error: 'access_denied',
      state: 'state-1',
    });
  });

  it('is not asked for again where it was given, unless the app wants the page', async () => {
    await grant('atelier.amelie');
    const again = (disable: string) =>
      call(
        `${running.url}/tiktok/www/v2/auth/authorize/consent?${query({ account: 'atelier.amelie', disable_auto_auth: disable })}`,
      );
    expect((await again('0')).headers.get('location')).toContain('code=');
    expect((await again('1')).status).toBe(200);
  });
});

describe('tokens', () => {
  it('live two hours and 180 days', async () => {
    expect(await grant('atelier.amelie')).toMatchObject({
      expires_in: 7_200,
      refresh_expires_in: 15_552_000,
      scope: scopes.join(','),
      token_type: 'Bearer',
    });
    const { access_token: access } = await grant('atelier.amelie');
    running.sandbox.clock.advance(2 * hour + 1);
    const { status, body } = await userOf(access, 'open_id');
    expect({ status, code: body.error.code }).toEqual({ status: 401, code: 'access_token_invalid' });
  });

  it('rotate: the refresh token that was used is refused, and the new one works', async () => {
    const first = await grant('atelier.amelie');
    const second = (await refresh(first.refresh_token)).body;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    const reused = await refresh<TiktokOAuthError>(first.refresh_token);
    expect({ status: reused.status, error: reused.body.error }).toEqual({ status: 400, error: 'invalid_grant' });
    expect((await refresh(second.refresh_token)).status).toBe(200);
  });

  it.each([
    ['180 days later', () => running.sandbox.clock.advance(180 * day + 1)],
    ['a new password', () => running.sandbox.standings.end('tiktok', 'atelier.amelie', 'password-changed', 0)],
  ])('end: %s', async (_name, happens) => {
    const { refresh_token: old } = await grant('atelier.amelie');
    happens();
    expect((await refresh<TiktokOAuthError>(old)).body.error).toBe('invalid_grant');
  });

  it('are given for one code once, to the app that has the secret', async () => {
    const code = (await consent('atelier.amelie')).searchParams.get('code') ?? '';
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    const wrong = await token<TiktokOAuthError>({ ...form, client_secret: 'x' });
    expect({ status: wrong.status, error: wrong.body.error }).toEqual({ status: 401, error: 'invalid_client' });
    expect((await token(form)).status).toBe(200);
    expect((await token<TiktokOAuthError>(form)).body.error).toBe('invalid_grant');
    expect((await token<TiktokOAuthError>({ grant_type: 'password' })).body.error).toBe('unsupported_grant_type');
  });

  it('are revoked with all that came of the same consent', async () => {
    const { access_token: access, refresh_token: again } = await grant('atelier.amelie');
    const revoke = () => post(`${running.url}/tiktok/api/v2/oauth/revoke/`, { ...app, token: access });
    expect(await revoke()).toMatchObject({ status: 200, body: {} });
    expect((await userOf(access, 'open_id')).status).toBe(401);
    expect((await refresh<TiktokOAuthError>(again)).body.error).toBe('invalid_grant');
    expect((await revoke()).status).toBe(400);
  });
});

describe('the Display API', () => {
  it('gives the fields that were asked for, and says ok', async () => {
    const { access_token: access } = await grant('atelier.amelie');
    const { status, body } = await userOf(access, 'open_id,username,follower_count');
    expect(status).toBe(200);
    expect(body.error).toMatchObject({ code: 'ok', message: '' });
    expect(Object.keys(body.data.user).sort()).toEqual(['follower_count', 'open_id', 'username']);
    expect(body.data.user.follower_count).toBeGreaterThan(200_000);
  });

  it.each([
    ['a field without its scope', 'open_id,follower_count', 401, 'scope_not_authorized'],
    ['no fields', '', 400, 'invalid_params'],
    ['an unknown field', 'open_id,email', 400, 'invalid_params'],
  ])('refuses the whole call for %s', async (_name, fields, status, code) => {
    const { access_token: access } = await grant('atelier.amelie', ['user.info.profile']);
    const answer = await userOf(access, fields);
    expect({ status: answer.status, code: answer.body.error.code }).toEqual({ status, code });
  });

  it('lists all videos page by page, newest first; the cursor is in milliseconds, times are in seconds', async () => {
    const { access_token: access } = await grant('sana.moves');
    const ids: string[] = [];
    let cursor: number | undefined;
    for (let page = 0; page < 5; page += 1) {
      const { data } = (await list(access, { max_count: 20, ...(cursor !== undefined && { cursor }) })).body;
      ids.push(...data.videos.map(({ id }) => id ?? ''));
      if (page === 0) expect(data.cursor).toBe((data.videos.at(-1)?.create_time ?? 0) * 1000);
      if (!data.has_more) break;
      cursor = data.cursor;
    }
    const { data } = (await userOf(access, 'video_count')).body;
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(data.user.video_count);
    expect((await list(access, {})).body.data.videos).toHaveLength(10);
    expect((await list(access, { max_count: 21 })).body.error.code).toBe('invalid_params');
  });

  it('shows no video of a private account, and counts none', async () => {
    const { access_token: access } = await grant('mira.quiet');
    expect((await list(access, {})).body.data).toEqual({ videos: [], cursor: 0, has_more: false });
    expect((await userOf(access, 'video_count')).body.data.user).toEqual({ video_count: 0 });
  });

  it('finds single videos, and leaves out what is not there', async () => {
    const { access_token: access } = await grant('sana.moves');
    const id = (await list(access, {}, 'id')).body.data.videos[0]?.id ?? '';
    const found = await call<TiktokAnswer<TiktokVideoList>>(`${running.url}/tiktok/api/v2/video/query/?fields=id`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${access}` },
      body: JSON.stringify({ filters: { video_ids: [id, '1'] } }),
    });
    expect(found.body.data.videos).toEqual([{ id }]);
  });

  it('answers 600 calls of an endpoint within a minute, and no more', async () => {
    const { access_token: access } = await grant('sana.moves');
    const statuses: number[] = [];
    for (let asked = 0; asked < 601; asked += 1) statuses.push((await userOf(access, 'open_id')).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(600);
    expect(statuses.at(-1)).toBe(429);
    running.sandbox.clock.advance(60_001);
    expect((await userOf(access, 'open_id')).status).toBe(200);
  });
});
