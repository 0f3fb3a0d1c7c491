import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import type { GoogleError, GoogleOAuthError, GoogleUserInfo, YoutubeList } from '@linkage/platforms/wire';
import type { RunningSandbox } from '../server';
import {
  call,
  day,
  googleRedirectUri,
  hour,
  post,
  startForTest,
  YoutubeVisitor,
  youtubeScopes,
} from '../testing/visitor';

let running: RunningSandbox;
let visitor: YoutubeVisitor;
beforeEach(async () => {
  running = await startForTest();
  visitor = new YoutubeVisitor(running.url);
});
afterEach(() => running.close());

const codeOf = (url: URL): string => url.searchParams.get('code') ?? '';
const authorize = (changes: Record<string, string> = {}): string =>
  `${running.url}/youtube/accounts/o/oauth2/v2/auth?${new URLSearchParams(visitor.query(changes))}`;
const mine = (token: string) =>
  visitor.get<YoutubeList<{ id: string }> & GoogleError>(token, 'youtube/v3/channels', { part: 'id', mine: 'true' });

describe('consent', () => {
  it('comes after the choice of one of at least twelve people, names escaped', async () => {
    const { body } = await call<string>(authorize());
    expect(body.match(/account=/g)?.length).toBeGreaterThanOrEqual(12);
    expect(body).toContain('&lt;b&gt;Bold&lt;/b&gt; &amp; Sons');
  });

  it.each([
    ['client_id', 'x'],
    ['redirect_uri', 'nowhere'],
    ['redirect_uri', 'https://elsewhere.example/take-the-code'],
    ['redirect_uri', `${googleRedirectUri}/`],
    ['redirect_uri', googleRedirectUri.replace('http:', 'https:')],
    ['redirect_uri', googleRedirectUri.replace('youtube', 'instagram')],
    ['response_type', 'token'],
    ['scope', ''],
    ['scope', 'openid https://www.googleapis.com/auth/drive'],
    ['code_challenge_method', 'S512'],
  ])('does not redirect when %s is "%s"', async (name, value) => {
    expect((await call(authorize({ [name]: value }))).status).toBe(400);
  });

  it('skips the choice for a known login_hint', async () => {
    const { status, headers } = await call(authorize({ login_hint: 'kwame@sandbox.example' }));
    expect(status).toBe(302);
    expect(headers.get('location')).toContain('account=kwamecuts');
  });

  it('says what was granted: signing in always, each other scope if ticked', async () => {
    const url = await visitor.consent('luciaferngarden', { scopes: youtubeScopes.slice(3, 4) });
    expect(url.origin + url.pathname).toBe(googleRedirectUri);
    expect(url.searchParams.get('scope')?.split(' ')).toEqual(youtubeScopes.slice(0, 4));
    expect(url.searchParams.get('state')).toBe('state-1');
  });

  it('says that it was refused', async () => {
    expect(Object.fromEntries((await visitor.consent('luciaferngarden', { decision: 'cancel' })).searchParams)).toEqual(
      { error: 'access_denied', state: 'state-1' },
    );
  });
});

describe('code to token', () => {
  it('gives a token of an hour, a refresh token, the scopes and a signed id token', async () => {
    const token = await visitor.grant('luciaferngarden');
    expect(token).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3599,
      scope: youtubeScopes.join(' '),
      refresh_token: expect.stringMatching(/^1\/\//),
    });
    const [head = '', claims = '', signature = ''] = token.id_token?.split('.') ?? [];
    const [key] = (await call<{ keys: JsonWebKey[] }>(`${running.url}/youtube/googleapis/oauth2/v3/certs`)).body.keys;
    expect(
      verify(
        'RSA-SHA256',
        Buffer.from(`${head}.${claims}`),
        createPublicKey({ key: key ?? {}, format: 'jwk' }),
        Buffer.from(signature, 'base64url'),
      ),
    ).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      aud: 'linkage-sandbox',
      email: 'lucia.fern@sandbox.example',
    });
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['an unknown client', { client_id: 'x' }, 401, 'invalid_client'],
    ['a wrong secret', { client_secret: 'x' }, 401, 'invalid_client'],
    ['an unknown code', { code: '4/0x' }, 400, 'invalid_grant'],
    ['another return address', { redirect_uri: 'http://localhost:3000/other' }, 400, 'redirect_uri_mismatch'],
    ['another grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no verifier', { code_verifier: '' }, 400, 'invalid_grant'],
    ['another verifier', { code_verifier: 'x'.repeat(43) }, 400, 'invalid_grant'],
  ])('refuses %s', async (_what, changes, status, error) => {
    const answer = await visitor.exchange<GoogleOAuthError>(codeOf(await visitor.consent('luciaferngarden')), changes);
    expect(answer).toMatchObject({ status, body: { error } });
  });

  it('takes a code once, for ten minutes', async () => {
    const code = codeOf(await visitor.consent('luciaferngarden'));
    expect((await visitor.exchange(code)).status).toBe(200);
    expect((await visitor.exchange<GoogleOAuthError>(code)).body.error).toBe('invalid_grant');
    const late = codeOf(await visitor.consent('luciaferngarden'));
    running.sandbox.clock.advance(hour / 6);
    expect((await visitor.exchange<GoogleOAuthError>(late)).body.error).toBe('invalid_grant');
  });
});

describe('refresh tokens', () => {
  it('come with a first consent, then only when consent is asked for again', async () => {
    const refreshTokenFor = async (query: Record<string, string>): Promise<string | undefined> =>
      (await visitor.exchange(codeOf(await visitor.consent('luciaferngarden', { query })))).body.refresh_token;
    expect(await refreshTokenFor({ prompt: '' })).toBeDefined();
    expect(await refreshTokenFor({ prompt: '' })).toBeUndefined();
    expect(await refreshTokenFor({ prompt: 'consent' })).toBeDefined();
    expect(await refreshTokenFor({ prompt: 'consent', access_type: 'online' })).toBeUndefined();
  });

  it('make people pass without a page once they have agreed', async () => {
    await visitor.grant('luciaferngarden');
    const { status, headers } = await call(
      `${authorize({ prompt: '' }).replace('/auth?', '/auth/consent?')}&account=luciaferngarden`,
    );
    expect(status).toBe(302);
    const { body } = await visitor.exchange(new URL(headers.get('location') ?? '').searchParams.get('code') ?? '');
    expect(body.access_token).toBeDefined();
    expect(body.refresh_token).toBeUndefined();
  });

  it('give new access tokens, and never a new refresh token', async () => {
    const { access_token: first, refresh_token: refreshToken = '' } = await visitor.grant('luciaferngarden');
    running.sandbox.clock.advance(hour);
    expect(await mine(first)).toMatchObject({
      status: 401,
      body: { error: { errors: [{ reason: 'authError' }], status: 'UNAUTHENTICATED' } },
    });
    const { body } = await visitor.refresh(refreshToken);
    expect(Object.keys(body).sort()).toEqual(['access_token', 'expires_in', 'scope', 'token_type']);
    expect((await mine(body.access_token)).status).toBe(200);
    running.sandbox.clock.advance(100 * day);
    expect((await visitor.refresh(refreshToken)).status).toBe(200);
  });

  it('die when the creator takes the permission back; a new password does not matter', async () => {
    const { access_token: token, refresh_token: refreshToken = '' } = await visitor.grant('luciaferngarden');
    const act = (what: string) =>
      call(`${running.url}/control/api/people/youtube/luciaferngarden/${what}`, { method: 'POST' });
    expect((await act('change-password')).body).toMatchObject({ accessEnded: false });
    expect((await mine(token)).status).toBe(200);
    expect((await act('revoke')).body).toMatchObject({ accessEnded: true, person: { access: 'revoked' } });
    expect((await mine(token)).status).toBe(401);
    expect(await visitor.refresh<GoogleOAuthError>(refreshToken)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
    });
    const again = await visitor.exchange(codeOf(await visitor.consent('luciaferngarden', { query: { prompt: '' } })));
    expect(again.body.refresh_token).toBeDefined();
  });

  it('are revoked by the app, together with what came from them', async () => {
    const { access_token: token, refresh_token: refreshToken = '' } = await visitor.grant('luciaferngarden');
    expect((await post(`${running.url}/youtube/oauth2/revoke`, { token })).status).toBe(200);
    expect((await visitor.refresh(refreshToken)).status).toBe(400);
    expect((await post<GoogleOAuthError>(`${running.url}/youtube/oauth2/revoke`, { token })).body.error).toBe(
      'invalid_token',
    );
  });
});

it('tells about a person what the sign-in scopes allow', async () => {
  const { access_token: all } = await visitor.grant('glitterfrog');
  expect((await visitor.get<GoogleUserInfo>(all, 'oauth2/v2/userinfo')).body).toMatchObject({
    email: 'frog@sandbox.example',
    verified_email: true,
    name: '🐸 Glitter Frog 🌈',
  });
  const url = await visitor.consent('boldandsons', { query: { scope: youtubeScopes[3] ?? '' } });
  const { body } = await visitor.exchange(codeOf(url));
  expect((await visitor.get<GoogleError>(body.access_token, 'oauth2/v2/userinfo')).body.error.code).toBe(403);
  expect(body.id_token).toBeUndefined();
});
