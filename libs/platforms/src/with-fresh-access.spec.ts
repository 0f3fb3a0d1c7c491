import type { AccessGrant, PlatformConnector } from './connector';
import { PlatformError, type PlatformTrouble } from './errors';
import { instagramConnector } from './instagram/instagram.connector';
import {
  GrantBook,
  loopbackHost,
  troubleOfCall,
  type LoopbackAnswer,
  type LoopbackHost,
  type SeenRequest,
} from './testing';
import { withFreshAccess } from './with-fresh-access';
import { youtubeConnector } from './youtube/youtube.connector';

const now = new Date('2026-11-23T12:00:00Z');
const at = (ms: number): string => new Date(now.getTime() + ms).toISOString();
const day = 86_400_000;
const living: AccessGrant = {
  accessToken: 'old',
  accessExpiresAt: at(3_600_000),
  refreshToken: 'refresh',
  refreshExpiresAt: null,
  issuedAt: at(-2 * day),
  granted: [],
};
const stale = { ...living, accessExpiresAt: at(-1) };
const trouble = (of: PlatformTrouble): PlatformError => new PlatformError(of, 'x');

describe('with fresh access', () => {
  let answer: (request: SeenRequest) => LoopbackAnswer;
  let host: LoopbackHost;
  let youtube: PlatformConnector;
  let instagram: PlatformConnector;
  let grants: GrantBook;

  beforeAll(async () => {
    host = await loopbackHost((request) => answer(request));
    const settings = { clientId: 'c', clientSecret: 's', hosts: { oauth2: host.url, graph: host.url } };
    const environment = { clock: { now: () => now }, report: () => undefined };
    youtube = youtubeConnector(settings, environment);
    instagram = instagramConnector(settings, environment);
  });
  afterAll(() => host.close());
  beforeEach(() => {
    grants = new GrantBook();
    grants.put('a', living);
    host.seen.splice(0);
    let issued = 0;
    answer = () => ({ json: { access_token: `new-${++issued}`, expires_in: 3599, token_type: 'Bearer', scope: 's' } });
  });

  const run = (work: (grant: AccessGrant) => Promise<string>, connector = youtube) =>
    withFreshAccess(grants, connector, 'a', now, work);
  const tokenOnly = ({ accessToken }: AccessGrant): Promise<string> => Promise.resolve(accessToken);
  /** Work of a platform that no longer takes the first token. */
  const refusing =
    (...dead: string[]) =>
    ({ accessToken }: AccessGrant): Promise<string> =>
      dead.includes(accessToken) ? Promise.reject(trouble({ outcome: 'refresh-token' })) : Promise.resolve(accessToken);

  it('uses a token that lives', async () => {
    expect(await run(tokenOnly)).toBe('old');
    expect(host.seen).toEqual([]);
  });

  it('refreshes a stale token first and keeps the refresh token', async () => {
    grants.put('a', stale);
    expect(await run(tokenOnly)).toBe('new-1');
    expect(await grants.get('a')).toMatchObject({ accessToken: 'new-1', refreshToken: 'refresh' });
  });

  it('refreshes when a call demands it, though the clock does not, and tries once more', async () => {
    expect(await run(refusing('old'))).toBe('new-1');
    expect(host.seen).toHaveLength(1);
  });

  it('refreshes once for many calls at the same time', async () => {
    grants.put('a', stale);
    expect(await Promise.all(Array.from({ length: 10 }, () => run(tokenOnly)))).toEqual(
      Array.from({ length: 10 }, () => 'new-1'),
    );
    expect(host.seen).toHaveLength(1);
  });

  it('refreshes once though many calls demand it', async () => {
    expect(await Promise.all(Array.from({ length: 10 }, () => run(refusing('old'))))).toEqual(
      Array.from({ length: 10 }, () => 'new-1'),
    );
    expect(host.seen).toHaveLength(1);
  });

  it('gives up when a fresh token is refused', async () => {
    expect(await troubleOfCall(run(refusing('old', 'new-1')))).toEqual({
      outcome: 'needs-reauthorization',
      cause: 'no-longer-valid',
    });
    expect(host.seen).toHaveLength(1);
  });

  it('gives up when the refresh token is dead', async () => {
    answer = () => ({ status: 400, json: { error: 'invalid_grant' } });
    expect(await troubleOfCall(run(refusing('old')))).toEqual({
      outcome: 'needs-reauthorization',
      cause: 'no-longer-valid',
    });
    grants.put('a', { ...living, refreshToken: null });
    expect(await troubleOfCall(run(refusing('old')))).toEqual({ outcome: 'needs-reauthorization', cause: 'expired' });
  });

  it('gives up when there is no access at all', async () => {
    const nobody = withFreshAccess(grants, youtube, 'unknown', now, tokenOnly);
    expect(await troubleOfCall(nobody)).toEqual({ outcome: 'needs-reauthorization', cause: 'no-longer-valid' });
  });

  it.each<[string, LoopbackAnswer, PlatformTrouble['outcome']]>([
    ['503', { status: 503, json: { error: 'invalid_grant' } }, 'platform-down'],
    ['429', { status: 429, json: {} }, 'rate-limited'],
    ['half a body', { text: '{' }, 'platform-down'],
    ['401 for our client', { status: 401, json: { error: 'invalid_client' } }, 'app-not-enrolled'],
  ])('never takes %s at the refresh for the end of the access', async (_name, given, outcome) => {
    answer = () => given;
    grants.put('a', stale);
    expect((await troubleOfCall(run(tokenOnly))).outcome).toBe(outcome);
    expect(await grants.get('a')).toEqual(stale);
    grants.put('a', living);
    expect((await troubleOfCall(run(refusing('old')))).outcome).toBe(outcome);
  });

  it('goes on with a living token when an early refresh fails for now, but not when it is dead', async () => {
    const early = { ...living, accessExpiresAt: at(10 * day), refreshToken: null };
    grants.put('a', early);
    answer = () => ({ status: 500, json: {} });
    expect(await run(tokenOnly, instagram)).toBe('old');
    answer = () => ({ status: 400, json: { error: { code: 190, error_subcode: 460, message: 'x' } } });
    expect(await troubleOfCall(run(tokenOnly, instagram))).toEqual({
      outcome: 'needs-reauthorization',
      cause: 'password-changed',
    });
  });

  it('hands on any other trouble, and bugs, as they are', async () => {
    expect(await troubleOfCall(run(() => Promise.reject(trouble({ outcome: 'gone' }))))).toEqual({ outcome: 'gone' });
    await expect(run(() => Promise.reject(new TypeError('bug')))).rejects.toThrow(TypeError);
    const second = jest
      .fn<Promise<string>, [AccessGrant]>()
      .mockRejectedValueOnce(trouble({ outcome: 'refresh-token' }))
      .mockRejectedValueOnce(trouble({ outcome: 'platform-down' }));
    expect(await troubleOfCall(run(second))).toEqual({ outcome: 'platform-down' });
  });
});
