import { createHash } from 'node:crypto';
import type { TwitterMe, TwitterPosts, TwitterTimeline, TwitterToken } from '@linkage/platforms/wire';
import type { RunningSandbox } from '../server';
import { bearer, call, client, decide, hour, startForTest, type Answer } from '../testing/visitor';

const redirectUri = 'http://localhost:3000/api/oauth/twitter/callback';
const verifier = 'a-verifier-that-is-long-enough-to-be-one-of-rfc-7636';
const scopes = ['users.read', 'tweet.read', 'offline.access', 'users.email'];
const basic = `Basic ${Buffer.from(`${client.client_id}:${client.client_secret}`).toString('base64')}`;

let running: RunningSandbox;
beforeEach(async () => {
  running = await startForTest();
});
afterEach(() => running.close());

const query = (changes: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({
    response_type: 'code',
    client_id: client.client_id,
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state: 'state-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  });
const page = (path: string, changes: Record<string, string> = {}): string =>
  `${running.url}/twitter/www/i/oauth2/authorize${path}?${query(changes)}`;
const codeOf = async (person: string, changes: Record<string, string> = {}): Promise<string> =>
  (await decide(page('/consent', { ...changes, account: person }), 'allow', [])).searchParams.get('code') ?? '';
const token = <T = TwitterToken>(form: Record<string, string>, authorization = basic): Promise<Answer<T>> =>
  call<T>(`${running.url}/twitter/api/2/oauth2/token`, {
    method: 'POST',
    headers: { authorization },
    body: new URLSearchParams(form),
  });
const exchange = <T = TwitterToken>(code: string, changes: Record<string, string> = {}): Promise<Answer<T>> =>
  token<T>({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier, ...changes });
const accessOf = async (person: string, changes: Record<string, string> = {}): Promise<string> =>
  (await exchange(await codeOf(person, changes))).body.access_token;
const get = <T>(access: string, path: string): Promise<Answer<T>> =>
  call<T>(`${running.url}/twitter/api/2${path}`, bearer(access));

describe('consent on X', () => {
  it.each([
    ['client_id', 'x'],
    ['redirect_uri', `${redirectUri}/`],
    ['response_type', 'token'],
    ['scope', 'everything.read'],
    ['state', 'x'.repeat(501)],
    ['code_challenge', ''],
    ['code_challenge_method', 'S512'],
  ])('does not redirect when %s is %.12p', async (name, value) => {
    expect((await call(page('', { [name]: value }))).status).toBe(400);
  });

  it('is for all that is asked for, or for nothing', async () => {
    const { body } = await call<string>(page('/consent', { account: 'inesknits' }));
    expect(body.match(/ disabled/g)).toHaveLength(scopes.length);
    const back = await decide(page('/consent', { account: 'inesknits' }), 'cancel', []);
    expect(Object.fromEntries(back.searchParams)).toEqual({ error: 'access_denied', state: 'state-1' });
  });
});

describe('tokens of X', () => {
  it('come within 30 seconds, once, to the client in the header that has the verifier', async () => {
    const { body } = await exchange(await codeOf('inesknits'));
    expect(body).toMatchObject({ token_type: 'bearer', expires_in: 7200, scope: scopes.join(' ') });
    const late = await codeOf('inesknits');
    running.sandbox.clock.advance(30_000);
    const invalid = { status: 400, body: { error: 'invalid_request' } };
    expect(await exchange(late)).toMatchObject(invalid);
    expect(await exchange(await codeOf('inesknits'), { code_verifier: 'another' })).toMatchObject(invalid);
    expect(await token({ grant_type: 'authorization_code', code: 'x' })).toMatchObject(invalid);
    expect(await token({ grant_type: 'refresh_token' }, '')).toMatchObject({
      status: 401,
      body: { error: 'unauthorized_client', error_description: 'Missing valid authorization header' },
    });
  });

  it('have no refresh token without offline.access', async () => {
    const code = await codeOf('inesknits', { scope: 'users.read tweet.read' });
    expect((await exchange(code)).body).not.toHaveProperty('refresh_token');
  });

  it('rotate: a refresh token that was used is dead', async () => {
    const first = (await exchange(await codeOf('inesknits'))).body.refresh_token ?? '';
    const refresh = (refresh_token: string) => token({ grant_type: 'refresh_token', refresh_token });
    const second = (await refresh(first)).body.refresh_token ?? '';
    expect(await refresh(first)).toMatchObject({
      status: 400,
      body: { error: 'invalid_request', error_description: 'Value passed for the token was invalid.' },
    });
    expect((await refresh(second)).status).toBe(200);
  });

  it('end after two hours, and with each other when one is revoked', async () => {
    const access = await accessOf('inesknits');
    const unauthorized = { status: 401, body: { title: 'Unauthorized', type: 'about:blank' } };
    running.sandbox.clock.advance(2 * hour);
    expect(await get(access, '/users/me')).toMatchObject(unauthorized);
    const next = await accessOf('inesknits');
    const revoke = { method: 'POST', headers: { authorization: basic }, body: new URLSearchParams({ token: next }) };
    expect((await call(`${running.url}/twitter/api/2/oauth2/revoke`, revoke)).body).toEqual({ revoked: true });
    expect(await get(next, '/users/me')).toMatchObject(unauthorized);
  });
});

describe('the API of X', () => {
  it('says of the account what was asked for', async () => {
    const access = await accessOf('inesknits');
    expect((await get<TwitterMe>(access, '/users/me')).body.data).toEqual({
      id: expect.stringMatching(/^\d{10}$/) as string,
      name: 'Ines Oduya 🧶',
      username: 'inesknits',
    });
    const { body } = await get<TwitterMe>(access, '/users/me?user.fields=public_metrics,confirmed_email');
    expect(body.data).toMatchObject({
      confirmed_email: 'ines@sandbox.example',
      public_metrics: { following_count: 512 },
    });
    const without = await accessOf('inesknits', { scope: 'users.read tweet.read' });
    expect((await get(without, '/users/me?user.fields=confirmed_email')).status).toBe(403);
    expect((await get(await accessOf('inesknits', { scope: 'users.read' }), '/users/me')).status).toBe(403);
    expect((await get(access, '/users/me?user.fields=shoe_size')).status).toBe(400);
  });

  it('counts calls in windows of 15 minutes', async () => {
    const access = await accessOf('inesknits');
    const { headers } = await get(access, '/users/me');
    expect(headers.get('x-rate-limit-remaining')).toBe('74');
    for (let calls = 1; calls < 75; calls += 1) await get(access, '/users/me');
    const refused = await get(access, '/users/me');
    expect(refused).toMatchObject({ status: 429, body: { errors: [{ code: 88 }] } });
    running.sandbox.clock.set(Number(refused.headers.get('x-rate-limit-reset')) * 1000);
    expect((await get(access, '/users/me')).status).toBe(200);
  });

  const timelineOf = async (person: string, more: string) => {
    const access = await accessOf(person);
    const { id } = (await get<TwitterMe>(access, '/users/me')).body.data;
    return { id, access, answer: await get<TwitterTimeline>(access, `/users/${id}/tweets?${more}`) };
  };

  it('pages a timeline by tokens that stay where they are', async () => {
    const { id, access, answer } = await timelineOf('inesknits', 'max_results=5');
    const { next_token: next, newest_id: newest, result_count: count } = answer.body.meta;
    expect([count, answer.body.data?.[0]?.id]).toEqual([5, newest]);
    const second = (await get<TwitterTimeline>(access, `/users/${id}/tweets?max_results=5&pagination_token=${next}`))
      .body;
    running.sandbox.clock.advance(hour);
    const ids = (page: TwitterTimeline) => page.data?.map((post) => post.id) ?? [];
    const again = await get<TwitterTimeline>(access, `/users/${id}/tweets?max_results=5&pagination_token=${next}`);
    expect(ids(again.body)).toEqual(ids(second));
    expect(ids(second).some((one) => ids(answer.body).includes(one))).toBe(false);
    for (const wrong of ['max_results=4', 'max_results=101', 'pagination_token=x', 'exclude=likes', 'colour=red'])
      expect((await get(access, `/users/${id}/tweets?${wrong}`)).status).toBe(400);
  });

  it('gives an edited post another id, with the first one in its history', async () => {
    const idsOf = ({ answer }: Awaited<ReturnType<typeof timelineOf>>) => answer.body.data?.[0]?.edit_history_tweet_ids;
    const [id] = idsOf(await timelineOf('inesknits', 'max_results=5&exclude=retweets,replies')) ?? [];
    await call(`${running.url}/control/api/people/twitter/inesknits/edit-post`, { method: 'POST' });
    const edited = await timelineOf('inesknits', 'max_results=5&exclude=retweets,replies');
    const now = edited.answer.body.data?.[0]?.id;
    expect(now).not.toBe(id);
    expect(idsOf(edited)).toEqual([id, now]);
    const found = await get<TwitterPosts>(edited.access, `/tweets?ids=${now}`);
    expect(found.body.data?.map((post) => post.id)).toEqual([now]);
  });

  it('answers in the words of the request', async () => {
    const fields = 'public_metrics,attachments';
    const older = (await timelineOf('inesknits', `tweet.fields=${fields},note_tweet`)).answer.body.data?.[0];
    expect(older?.public_metrics).toHaveProperty('retweet_count');
    expect(older).toHaveProperty('edit_history_tweet_ids');
    const newer = (await timelineOf('inesknits', `post.fields=${fields},note_post`)).answer.body.data?.[0];
    expect(newer?.public_metrics).toHaveProperty('repost_count');
    const refused = await timelineOf('newwords_noa', 'tweet.fields=created_at');
    expect(refused.answer).toMatchObject({
      status: 400,
      body: { errors: [{ parameters: { 'tweet.fields': ['created_at'] } }] },
    });
  });

  it('leaves replies and reposts out when asked to, and has no data where there is nothing', async () => {
    const kinds = async (more: string): Promise<number> =>
      (
        await timelineOf('chatty_carlos', `max_results=100&tweet.fields=referenced_tweets${more}`)
      ).answer.body.data?.filter((post) => post.referenced_tweets).length ?? 0;
    expect(await kinds('')).toBeGreaterThan(50);
    expect(await kinds('&exclude=retweets,replies')).toBe(0);
    expect((await timelineOf('emptyshelf', '')).answer.body).toEqual({ meta: { result_count: 0 } });
  });

  it('brings media beside the posts, and no posts of protected accounts to others', async () => {
    const fields = 'expansions=attachments.media_keys&media.fields=url,preview_image_url,public_metrics';
    const { answer } = await timelineOf('kwameshoots', `${fields}&tweet.fields=attachments&max_results=100`);
    const keys = answer.body.data?.flatMap((post) => post.attachments?.media_keys ?? []) ?? [];
    const media = answer.body.includes?.media ?? [];
    expect(media.map((each) => each.media_key)).toEqual(keys);
    expect(new Set(media.map(({ type }) => type))).toEqual(new Set(['photo', 'video']));
    const { id } = await timelineOf('quietgarden', '');
    const stranger = await get<TwitterTimeline>(await accessOf('inesknits'), `/users/${id}/tweets`);
    expect(stranger.body).toMatchObject({ errors: [{ title: 'Authorization Error' }] });
  });

  it('tells the owner of posts of 30 days what it tells the owner only', async () => {
    const { access, answer } = await timelineOf(
      'hiddenharbour',
      'max_results=100&tweet.fields=public_metrics,created_at',
    );
    const posts = answer.body.data ?? [];
    expect(posts.every(({ public_metrics: metrics }) => metrics?.impression_count === undefined)).toBe(true);
    const ids = [posts[0]?.id, posts.at(-1)?.id, '12'].join(',');
    const { body } = await get<TwitterPosts>(access, `/tweets?ids=${ids}&tweet.fields=non_public_metrics`);
    expect(body.data).toMatchObject([
      { id: posts[0]?.id, non_public_metrics: { impression_count: expect.any(Number) as number } },
    ]);
    expect(body.errors?.map(({ title }) => title)).toEqual(['Field Authorization Error', 'Not Found Error']);
  });
});
