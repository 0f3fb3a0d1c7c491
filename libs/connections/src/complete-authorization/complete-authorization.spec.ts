import type { AttemptOutcome, ConnectionStarted } from '@linkage/contracts';
import { invitationFacts } from '@linkage/published-facts';
import { JsonLogger } from '@linkage/http';
import type { AccessGrant, PlatformTrouble } from '@linkage/platforms';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { PENDING_AUTHORIZATION, pendingId, type PendingAuthorization } from '../attempt/pending-authorization.service';
import { ConnectionsUnderTest, ingrid, invitationOf, publicUrl } from '../connections.harness';

describe('the way back from a platform', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let under: ConnectionsUnderTest;
  let link: string;
  let started: ConnectionStarted & { cookie: string };
  const lines: string[] = [];

  beforeEach(async () => {
    lines.splice(0);
    kernel = testKernel({ facts: invitationFacts });
    vault = testVault();
    under = await ConnectionsUnderTest.start(
      kernel,
      vault,
      new JsonLogger('debug', { write: (line) => lines.push(line) }),
    );
    link = await under.invite(invitationOf.misaki);
    started = await under.start(link);
  });
  afterEach(async () => {
    await under.close();
    await kernel.close();
    vault.remove();
  });

  const page = (attemptId = started.attemptId): string => `${publicUrl}/connect/${link}?attempt=${attemptId}`;
  const outcome = async (attemptId = started.attemptId): Promise<AttemptOutcome> =>
    (await under.ask('GET', `/api/microsite/${link}/attempts/${attemptId}`)).body;
  const agree = (consent = {}, attempt = started) =>
    under.finish(under.instagram.agree(attempt.authorizeUrl, consent), attempt.cookie);
  const failure = async () => (await under.inLog('attempt-')).find(({ type }) => type === 'AuthorizationFailed')?.data;
  const stateOf = ({ authorizeUrl }: ConnectionStarted): string =>
    new URL(authorizeUrl).searchParams.get('state') ?? '';
  const grantOf = (accountId: string) => vault.grants.get<AccessGrant>(accountId);

  it('connects: the grant is in the vault, the account and the attempt are facts, and the creator reads what came of it', async () => {
    const answer = await agree();
    expect([
      answer.status,
      answer.headers.location,
      answer.headers['cache-control'],
      answer.headers['referrer-policy'],
    ]).toEqual([303, page(), 'no-store', 'no-referrer']);
    const [account] = await under.inLog('account-');
    const [, asked, succeeded] = await under.inLog('attempt-');
    const accountId = String(account?.data['accountId']);
    expect(account).toMatchObject({
      type: 'SocialAccountConnected',
      data: { invitationId: invitationOf.misaki, platform: 'instagram', granted: ['basic', 'insights'] },
    });
    expect(asked).toMatchObject({ type: 'AuthorizationChoiceOffered', data: { offered: 1 } });
    expect(succeeded).toMatchObject({
      type: 'AuthorizationSucceeded',
      data: { accountId, reconnected: false },
      meta: { cau: account?.id },
    });
    expect(await grantOf(accountId)).toMatchObject({
      accessToken: expect.stringMatching(/^access-/),
      refreshToken: expect.stringMatching(/^refresh-/),
    });
    expect(await outcome()).toEqual({
      attemptId: started.attemptId,
      platform: 'instagram',
      result: 'succeeded',
      reason: null,
      message: null,
      missing: [],
      others: [],
      refused: [],
      reconnects: null,
      choice: null,
      account: { accountId, username: 'misaki.t', displayName: 'MISAKI.T', avatarUrl: null, reconnected: false },
    });
  });

  it('proves possession where the platform has PKCE', async () => {
    const attempt = await under.start(link, 'youtube');
    expect(new URL(attempt.authorizeUrl).searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    await under.finish(under.youtube.agree(attempt.authorizeUrl), attempt.cookie, 'youtube');
    expect(await outcome(attempt.attemptId)).toMatchObject({ result: 'succeeded' });
  });

  it('says the same again when the callback is repeated, and does nothing twice', async () => {
    const query = under.instagram.agree(started.authorizeUrl);
    await under.finish(query, started.cookie);
    const before = await under.inLog();
    const again = await under.finish(query, started.cookie);
    expect([again.status, again.headers.location]).toEqual([303, page()]);
    expect(await under.inLog()).toEqual(before);
    expect(under.instagram.exchanged).toBe(1);
  });

  it('exchanges the code once when a browser loads the callback twice at the same instant', async () => {
    const query = under.instagram.agree(started.authorizeUrl);
    const answers = await Promise.all([1, 2, 3].map(() => under.finish(query, started.cookie)));
    expect(answers.map(({ headers }) => headers.location)).toEqual([page(), page(), page()]);
    expect(under.instagram.exchanged).toBe(1);
    expect(await outcome()).toMatchObject({ result: 'succeeded' });
  });

  it('keeps apart what several tabs of one browser do', async () => {
    const second = await under.start(link);
    const third = await under.start(link, 'youtube');
    const cookie = [started.cookie, second.cookie, third.cookie].join('; ');
    await under.finish(
      under.instagram.agree(second.authorizeUrl, { platformAccountId: '2', username: 'second' }),
      cookie,
    );
    await under.finish(
      under.youtube.agree(third.authorizeUrl, { platformAccountId: '3', username: 'third' }),
      cookie,
      'youtube',
    );
    await under.finish(
      under.instagram.agree(started.authorizeUrl, { platformAccountId: '1', username: 'first' }),
      cookie,
    );
    for (const [{ attemptId }, username] of [
      [started, 'first'],
      [second, 'second'],
      [third, 'third'],
    ] as const) {
      expect(await outcome(attemptId)).toMatchObject({ result: 'succeeded', account: { username } });
    }
  });

  describe('refuses what is not of this browser', () => {
    it.each([
      ['no cookie', ''],
      ['a forged cookie', 'linkage-connect-ID=forged'],
    ])('%s: recorded, and the link is not given away', async (_what, cookie) => {
      const answer = await under.finish(
        under.instagram.agree(started.authorizeUrl),
        cookie.replace('ID', started.attemptId),
      );
      expect([answer.status, answer.headers.location]).toEqual([
        303,
        `${publicUrl}/connect/unknown?problem=other-browser`,
      ]);
      expect(await failure()).toMatchObject({ reason: 'other-browser', step: 3 });
      expect(under.instagram.exchanged).toBe(0);
    });

    it('and the right browser, coming later, is told so', async () => {
      await under.finish(under.instagram.agree(started.authorizeUrl), '');
      expect((await agree()).headers.location).toBe(page());
      expect(await outcome()).toMatchObject({ result: 'failed', reason: 'other-browser', account: null });
      expect(await under.inLog('account-')).toEqual([]);
    });

    it.each([
      ['no state', {}],
      ['an unknown state', { state: 'x'.repeat(43), code: 'c' }],
    ])('%s: nothing is recorded', async (_what, query) => {
      const answer = await under.finish(query, started.cookie);
      expect([answer.status, answer.headers.location]).toEqual([
        303,
        `${publicUrl}/connect/unknown?problem=unknown-authorization`,
      ]);
      expect(await under.inLog('attempt-')).toHaveLength(1);
    });

    it('a state of another platform, and a state given twice', async () => {
      const query = under.instagram.agree(started.authorizeUrl);
      expect((await under.finish(query, started.cookie, 'youtube')).headers.location).toBe(
        `${publicUrl}/connect/unknown?problem=unknown-authorization`,
      );
      const twice = await under.ask('GET', `/api/oauth/instagram/callback?${new URLSearchParams(query)}&state=other`, {
        headers: { cookie: started.cookie },
      });
      expect(twice.headers.location).toBe(`${publicUrl}/connect/unknown?problem=unknown-authorization`);
      expect((await under.finish(query, started.cookie)).headers.location).toBe(page());
      expect(await outcome()).toMatchObject({ result: 'succeeded' });
    });

    it('a state of another creator does not connect the account to this one', async () => {
      const marcus = await under.start(await under.invite(invitationOf.marcus, 'Marcus', 'marcus@webbtable.example'));
      await under.finish({ ...under.instagram.agree(started.authorizeUrl), state: stateOf(marcus) }, started.cookie);
      expect(await under.inLog('account-')).toEqual([]);
    });
  });

  describe('tells why not', () => {
    it('the creator pressed Cancel', async () => {
      expect(
        (await under.finish({ error: 'access_denied', state: stateOf(started) }, started.cookie)).headers.location,
      ).toBe(page());
      expect(await outcome()).toEqual({
        attemptId: started.attemptId,
        platform: 'instagram',
        result: 'failed',
        reason: 'consent-denied',
        account: null,
        others: [],
        refused: [],
        reconnects: null,
        choice: null,
        missing: [],
        message: 'You pressed “Cancel” on Instagram’s page. Nothing was stored.',
      });
      expect(await failure()).toMatchObject({ reason: 'consent-denied', step: 2 });
    });

    it.each([
      ['refused', 'invalid_scope', 'platform-refused'],
      ['had a trouble of its own', 'server_error', 'platform-down'],
      ['was too busy to ask', 'temporarily_unavailable', 'platform-down'],
    ])('the platform %s', async (_what, error, reason) => {
      await under.finish({ error, state: stateOf(started) }, started.cookie);
      expect(await outcome()).toMatchObject({ result: 'failed', reason });
    });

    it('a required permission was left unticked; another one only leaves a part without figures', async () => {
      await agree({ without: ['basic'] });
      expect(await outcome()).toMatchObject({
        result: 'failed',
        reason: 'permission-unticked',
        missing: [{ label: 'View your profile', without: 'the account cannot be connected' }],
      });
      expect(await failure()).toMatchObject({ missing: ['basic'], step: 4 });
      const all = await under.start(link);
      await agree({ without: ['basic', 'insights'] }, all);
      expect(await outcome(all.attemptId)).toMatchObject({
        reason: 'permission-unticked',
        missing: [{ label: 'View your profile' }, { label: 'View your insights' }],
      });
      expect(await under.inLog('account-')).toEqual([]);
      const second = await under.start(link);
      await agree({ without: ['insights'] }, second);
      expect(await outcome(second.attemptId)).toMatchObject({
        result: 'succeeded',
        missing: [{ label: 'View your insights', without: 'your reach stays empty' }],
        account: { username: 'misaki.t' },
      });
    });

    it.each<[PlatformTrouble, 'exchangeCode' | 'identify', string, number]>([
      [{ outcome: 'platform-down' }, 'exchangeCode', 'platform-down', 3],
      [{ outcome: 'needs-reauthorization', cause: 'no-longer-valid' }, 'exchangeCode', 'platform-refused', 3],
      [{ outcome: 'not-eligible', reason: 'not-professional-account' }, 'identify', 'not-professional-account', 4],
      [{ outcome: 'rate-limited', retryAt: new Date() }, 'identify', 'platform-busy', 4],
    ])('%j at %s: %s', async (trouble, call, reason, step) => {
      under.instagram.trouble[call] = trouble;
      expect((await agree()).headers.location).toBe(page());
      expect(await failure()).toMatchObject({ reason, step });
      expect(await under.inLog('account-')).toEqual([]);
    });

    it('a fault of our own: with a reference that is in the log, and without what the error says', async () => {
      under.instagram.trouble.identify = new Error('something with access-token-123 in it');
      expect((await agree()).headers.location).toBe(page());
      const report = String((await failure())?.['report']);
      expect(await failure()).toMatchObject({ reason: 'unexpected' });
      expect(lines.filter((line) => line.includes(report)).join()).toMatch(/ at .*complete-authorization/);
      expect(lines.join()).not.toContain('access-token-123');
    });

    it('it took too long, which the browser can still prove', async () => {
      const { headers } = await under.ask('POST', `/api/microsite/${link}/connections/instagram`, {});
      expect(headers['set-cookie']?.[0]).toContain(`Max-Age=${24 * 3600}`);
      kernel.clock.advance(30 * 60_000);
      await agree();
      expect(await outcome()).toMatchObject({ result: 'failed', reason: 'expired' });
      expect(under.instagram.exchanged).toBe(0);
    });

    it('the invite was withdrawn meanwhile', async () => {
      await under.record(`invitation-${invitationOf.misaki}`, {
        type: 'InvitationWithdrawn',
        data: { invitationId: invitationOf.misaki, linkVersion: 2 },
      });
      await kernel.settled();
      await agree();
      expect(await failure()).toMatchObject({ reason: 'invitation-withdrawn' });
      expect(under.instagram.exchanged).toBe(0);
    });

    it('it came back before, and what came of it was lost with the server', async () => {
      const id = pendingId(stateOf(started));
      await vault.secrets.update<PendingAuthorization>(
        PENDING_AUTHORIZATION,
        id,
        kernel.clock.now(),
        (pending) => pending && { ...pending, taken: true },
      );
      expect((await agree()).headers.location).toBe(page());
      expect(await outcome()).toMatchObject({ result: 'failed', reason: 'already-used' });
      expect(under.instagram.exchanged).toBe(0);
    });

    it('a code that works no more, although the state does', async () => {
      await under.finish({ code: 'stolen', state: stateOf(started) }, started.cookie);
      expect(await outcome()).toMatchObject({ result: 'failed', reason: 'platform-refused' });
    });
  });

  describe('an account that is known already', () => {
    const connect = async (consent = {}, of = link) => {
      const attempt = await under.start(of);
      await agree(consent, attempt);
      return attempt.attemptId;
    };

    it('through the same invitation: reconnected in place, with the new grant', async () => {
      await agree();
      const accountId = String((await outcome()).account?.accountId);
      const before = await grantOf(accountId);
      const attemptId = await connect({ username: 'misaki.new' });
      expect((await under.inLog('account-')).map(({ type, data }) => [type, data['accountId']])).toEqual([
        ['SocialAccountConnected', accountId],
        ['SocialAccountReconnected', accountId],
      ]);
      expect(await outcome(attemptId)).toMatchObject({
        result: 'succeeded',
        account: { accountId, username: 'misaki.new', reconnected: true },
      });
      expect((await grantOf(accountId))?.accessToken).not.toBe(before?.accessToken);
    });

    it('through another invitation of the workspace: refused, the grant stays as it was, and the brand reads whose it is', async () => {
      await agree();
      const accountId = String((await outcome()).account?.accountId);
      const before = await grantOf(accountId);
      const attemptId = await connect(
        {},
        await under.invite(invitationOf.marcus, 'Marcus Webb', 'marcus@webbtable.example'),
      );
      await kernel.settled();
      expect(await grantOf(accountId)).toEqual(before);
      expect(under.instagram.revoked).toEqual([]);
      expect(await under.inLog('account-')).toHaveLength(1);
      const { items } = (await under.ask('GET', '/api/attempts', { as: ingrid })).body;
      expect(items).toEqual([
        expect.objectContaining({
          attemptId,
          reason: 'account-linked-elsewhere',
          creatorName: 'Marcus Webb',
          what: 'This account already belongs to another invite',
          help: '@misaki.t is connected through misaki.tanaka@hinata.example. Decide which invite keeps it.',
        }),
      ]);
    });

    it('is connected once only when two invitations try it at the same instant', async () => {
      const marcus = await under.invite(invitationOf.marcus, 'Marcus', 'marcus@webbtable.example');
      await Promise.all([connect(), connect({}, marcus), connect(), connect({}, marcus)]);
      const facts = await under.inLog('account-');
      expect(facts.filter(({ type }) => type === 'SocialAccountConnected')).toHaveLength(1);
      expect(new Set(facts.map(({ data }) => data['invitationId'])).size).toBe(1);
      const attempts = (await under.inLog('attempt-'))
        .filter(({ type }) => type === 'AuthorizationSucceeded' || type === 'AuthorizationFailed')
        .map(({ data }) => data['reason'] ?? 'connected');
      expect(attempts.sort()).toEqual([
        'account-linked-elsewhere',
        'account-linked-elsewhere',
        'connected',
        'connected',
      ]);
      const accounts = (await under.inLog('attempt-'))
        .filter(({ type }) => type === 'AuthorizationSucceeded')
        .map(({ data }) => data['accountId']);
      expect(accounts).toEqual([facts[0]?.data['accountId'], facts[0]?.data['accountId']]);
    });
  });

  it('forgets the verifier with the first return', async () => {
    const attempt = await under.start(link, 'youtube');
    const kept = () =>
      vault.secrets.get<PendingAuthorization>(PENDING_AUTHORIZATION, pendingId(stateOf(attempt)), kernel.clock.now());
    expect(await kept()).toMatchObject({ codeVerifier: expect.any(String), taken: false });
    await under.finish(under.youtube.agree(attempt.authorizeUrl), attempt.cookie, 'youtube');
    expect(await kept()).toMatchObject({ codeVerifier: null, taken: true });
    kernel.clock.advance(24 * 3_600_000);
    expect(await kept()).toBeUndefined();
  });

  it('leaves no secret behind: not in facts, not in log lines, not in what the browser is told', async () => {
    const query = under.instagram.agree(started.authorizeUrl);
    await under.finish(query, started.cookie);
    await under.finish({ error: 'access_denied', state: stateOf(await under.start(link)) }, '');
    await kernel.settled();
    const told = [
      ...lines,
      JSON.stringify(await under.inLog()),
      JSON.stringify(await outcome()),
      JSON.stringify((await under.ask('GET', '/api/attempts?result=all', { as: ingrid })).body),
    ].join();
    expect(told).toContain('/api/oauth/:platform/callback');
    for (const secret of [
      query['code'],
      query['state'],
      started.cookie.split('=')[1],
      link.split('.')[1],
      'access-',
      'refresh-',
    ])
      expect(told).not.toContain(secret);
    expect([...lines, JSON.stringify(await under.inLog())].join()).not.toMatch(/misaki|hinata/);
  });
});
