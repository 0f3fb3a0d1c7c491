import { instagram } from './population';
import type { InstagramError, InstagramTokenEndpointError } from '@linkage/platforms/wire';
import { linkagesOwn } from '../oauth/redirect-uris';
import type { RunningSandbox } from '../server';
import { call, day, hour, InstagramVisitor, instagramScopes, redirectUri, startForTest } from '../testing/visitor';

let running: RunningSandbox;
let visitor: InstagramVisitor;
beforeAll(async () => {
  running = await startForTest();
  visitor = new InstagramVisitor(running.url);
});
afterAll(() => running.close());
afterEach(() => running.sandbox.clock.reset());

const codeOf = (url: URL): string => url.searchParams.get('code') ?? '';
const authorize = (changes: Record<string, string> = {}): string =>
  `${running.url}/instagram/www/oauth/authorize?${new URLSearchParams({
    client_id: 'linkage-sandbox',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: instagramScopes.join(','),
    state: 's',
    ...changes,
  })}`;

describe('authorize page', () => {
  it('lets one choose among at least twelve people, names escaped', async () => {
    const { status, body, headers } = await call<string>(authorize());
    expect(status).toBe(200);
    expect(body.match(/account=/g)?.length).toBeGreaterThanOrEqual(12);
    expect(body).toContain('Niamh &lt;3 &amp; “Co”');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each([
    ['an unknown app', { client_id: 'somebody' }],
    ['no address to return to', { redirect_uri: '' }],
    ['an address that is no address', { redirect_uri: 'javascript:alert(1)' }],
    ['an address that is not registered', { redirect_uri: 'https://elsewhere.example/take-the-code' }],
    ['one with a slash more', { redirect_uri: `${redirectUri}/` }],
    ['one with a query more', { redirect_uri: `${redirectUri}?next=https://elsewhere.example` }],
    ['one in another case', { redirect_uri: redirectUri.replace('callback', 'Callback') }],
    ['one of another host', { redirect_uri: redirectUri.replace('localhost', '127.0.0.1') }],
    ['one of another platform', { redirect_uri: redirectUri.replace('instagram', 'youtube') }],
    ['another response type', { response_type: 'token' }],
    ['an unknown scope', { scope: 'instagram_business_basic,all_of_it' }],
    ['the basic scope missing', { scope: 'instagram_business_manage_insights' }],
  ])('does not redirect for %s', async (_what, changes) => {
    expect((await call(authorize(changes))).status).toBe(400);
  });

  it('sends the browser back with a code that ends in #_', async () => {
    const url = await visitor.consent('atelier.amelie');
    expect(url.origin + url.pathname).toBe(redirectUri);
    expect(url.searchParams.get('state')).toBe('state-1');
    expect(url.hash).toBe('#_');
  });

  it('keeps the query that the return address has', async () => {
    const back = 'http://localhost:3000/back?a=1';
    running.sandbox.redirectUris.register([...linkagesOwn, back]);
    const url = await visitor.consent('atelier.amelie', { query: { redirect_uri: back } });
    expect(url.searchParams.get('a')).toBe('1');
    expect(codeOf(url)).not.toBe('');
  });

  it('says that the creator cancelled', async () => {
    const url = await visitor.consent('atelier.amelie', { decision: 'cancel' });
    expect(Object.fromEntries(url.searchParams)).toEqual({
      error: 'access_denied',
      error_reason: 'user_denied',
      error_description: expect.any(String),
      state: 'state-1',
    });
  });

  it('lets no personal account on', async () => {
    const page = await call<string>(
      `${running.url}/instagram/www/oauth/authorize/consent?${new URL(authorize({ account: 'mira.quiet' })).searchParams}`,
    );
    expect(page.body).toContain('This is a personal account');
    expect(page.body).not.toContain('value="allow"');
    expect((await visitor.consent('mira.quiet')).searchParams.get('error')).toBe('access_denied');
  });
});

describe('code to token', () => {
  it('answers in both shapes, the same for the same person', async () => {
    const shapes = new Map<string, string>();
    for (const { person } of [...running.sandbox.world.of(instagram).values()].slice(0, 15)) {
      if (person.account === 'PERSONAL') continue;
      const { body } = await visitor.exchange(codeOf(await visitor.consent(person.id)));
      const again = await visitor.exchange(codeOf(await visitor.consent(person.id)));
      const shape = 'data' in body ? 'data' : `flat ${typeof body.user_id}`;
      expect('data' in again.body).toBe('data' in body);
      const token = 'data' in body ? body.data[0] : body;
      expect([token?.permissions].flat().join(',')).toBe(instagramScopes.join(','));
      shapes.set(shape, person.id);
    }
    expect([...shapes.keys()].sort()).toEqual(['data', 'flat number', 'flat string']);
  });

  it('gives the permissions that stayed ticked; the basic one always does', async () => {
    const { permissions } = await visitor.shortToken('kwameshoots', []);
    expect([permissions].flat().join()).toBe('instagram_business_basic');
  });

  it.each<[string, Record<string, string>, string]>([
    ['a wrong secret', { client_secret: 'x' }, 'client secret'],
    ['an unknown app', { client_id: 'x' }, 'platform app'],
    ['another grant type', { grant_type: 'password' }, 'grant_type'],
    ['another return address', { redirect_uri: `${redirectUri}/` }, 'redirect_uri'],
    ['an unknown code', { code: 'AQnothing' }, 'Matching code'],
  ])('refuses %s in the shape of this endpoint', async (_what, changes, text) => {
    const { status, body } = await visitor.exchange(codeOf(await visitor.consent('atelier.amelie')), changes);
    const refusal = body as unknown as InstagramTokenEndpointError;
    expect(status).toBe(400);
    expect(refusal).toEqual({ error_type: 'OAuthException', code: 400, error_message: expect.stringContaining(text) });
  });

  it('takes a code once', async () => {
    const code = codeOf(await visitor.consent('atelier.amelie'));
    expect((await visitor.exchange(`${code}#_`)).status).toBe(200);
    expect((await visitor.exchange(code)).status).toBe(400);
  });

  it('takes a code for an hour', async () => {
    const code = codeOf(await visitor.consent('atelier.amelie'));
    running.sandbox.clock.advance(hour);
    expect((await visitor.exchange(code)).status).toBe(400);
  });
});

describe('tokens and time', () => {
  const meWith = async (token: string) => visitor.get<InstagramError>(token, 'me');

  it('expires a short token after an hour and a long one after about 60 days', async () => {
    const { access_token: short } = await visitor.shortToken('atelier.amelie');
    const long = await visitor.lengthen(short);
    expect(long.body).toMatchObject({ token_type: 'bearer', expires_in: 5_183_944 });
    running.sandbox.clock.advance(hour);
    expect((await meWith(short)).body.error).toMatchObject({ code: 190, error_subcode: 463 });
    expect((await visitor.lengthen(short)).status).toBe(400);
    expect((await meWith(long.body.access_token)).status).toBe(200);
    running.sandbox.clock.advance(60 * day);
    expect((await meWith(long.body.access_token)).body.error).toMatchObject({
      code: 190,
      error_subcode: 463,
      type: 'OAuthException',
      fbtrace_id: expect.any(String),
    });
  });

  it('refuses to lengthen with a wrong secret', async () => {
    const { access_token: token } = await visitor.shortToken('atelier.amelie');
    expect(
      (
        await call(
          `${running.url}/instagram/graph/access_token?grant_type=ig_exchange_token&client_secret=x&access_token=${token}`,
        )
      ).status,
    ).toBe(400);
  });

  it('refreshes a token of a day, not a younger one, and not an expired one', async () => {
    const token = await visitor.token('atelier.amelie');
    running.sandbox.clock.advance(day - 1000);
    expect((await visitor.refresh(token)).status).toBe(400);
    running.sandbox.clock.advance(1000);
    const refreshed = await visitor.refresh(token);
    expect(refreshed).toMatchObject({ status: 200, body: { expires_in: 5_183_944 } });
    running.sandbox.clock.advance(60 * day - 2 * hour);
    expect((await meWith(refreshed.body.access_token)).status).toBe(200);
    expect((await visitor.refresh(token)).status).toBe(400);
  });

  it.each([
    ['change-password', 460],
    ['revoke', 458],
  ])('ends all tokens after %s with subcode %i, and a new consent works', async (action, subcode) => {
    const token = await visitor.token('sana.moves');
    await call(`${running.url}/control/api/people/instagram/sana.moves/${action}`, { method: 'POST' });
    expect((await meWith(token)).body.error).toMatchObject({ code: 190, error_subcode: subcode });
    expect((await meWith(await visitor.token('sana.moves'))).status).toBe(200);
    expect((await meWith(token)).body.error).toMatchObject({ code: 190, error_subcode: subcode });
  });

  it('knows its own tokens only', async () => {
    const token = await visitor.token('atelier.amelie');
    const forged = `IGAA${Buffer.from(JSON.stringify({ person: 'kwameshoots' })).toString('base64url')}${token.slice(-27)}`;
    for (const bad of ['IGAAnonsense', `${token}x`, forged])
      expect((await meWith(bad)).body.error).toMatchObject({ code: 190 });
    expect((await call<InstagramError>(`${running.url}/instagram/graph/me`)).body.error.code).toBe(104);
  });
});
