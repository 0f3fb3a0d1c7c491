import type { Microsite } from '@linkage/contracts';
import { ingrid } from '../connections.harness';
import { ChoicesUnderTest, hour, type Attempt } from './choices.harness';

describe('an account is confirmed before it is saved', () => {
  let at: ChoicesUnderTest;
  beforeEach(async () => {
    at = await ChoicesUnderTest.start();
  });
  afterEach(() => at.close());

  const confirm = (attempt = at.started, accounts = ['1784']) => at.choose(accounts, attempt);
  const site = async (): Promise<Microsite['platforms'][number] | undefined> => {
    await at.kernel.settled();
    const { platforms }: Microsite = (await at.under.ask('GET', `/api/microsite/${at.link}`)).body;
    return platforms.find(({ platform }) => platform === 'instagram');
  };
  const connected = async (): Promise<string> => {
    await at.agree();
    await confirm();
    return (await at.outcome()).account?.accountId ?? '';
  };
  const typesOf = async ({ attemptId }: Attempt) =>
    (await at.under.inLog(`attempt-${attemptId}`)).map(({ type, data }) => data['reason'] ?? type);

  it('is shown with its name, its followers and what the missing permission costs; nothing is saved before the yes', async () => {
    await at.agree({ without: ['insights'] });
    expect(await at.outcome()).toMatchObject({
      result: 'started',
      account: null,
      choice: {
        instead: null,
        accounts: [
          {
            id: '1784',
            username: 'misaki.t',
            displayName: 'MISAKI.T',
            followers: 4_200,
            standing: 'new',
            missing: [{ label: 'View your insights', without: 'your reach stays empty' }],
          },
        ],
      },
    });
    expect(await at.under.inLog('account-')).toEqual([]);
    expect(await site()).toMatchObject({ choosing: at.started.attemptId, offered: 1 });
    await confirm();
    expect(await at.outcome()).toMatchObject({
      result: 'succeeded',
      choice: null,
      account: { username: 'misaki.t', reconnected: false },
      missing: [{ label: 'View your insights', without: 'your reach stays empty' }],
    });
    expect(at.instagram.revoked).toEqual([]);
  });

  it('waits as what it is on the dashboard, and says honestly that a day went by', async () => {
    await at.agree();
    await at.kernel.settled();
    const attempts = async (result: string) =>
      (await at.under.ask('GET', `/api/attempts?result=${result}`, { as: ingrid })).body.items;
    expect(await attempts('started')).toEqual([
      expect.objectContaining({ step: 4, what: expect.stringContaining('Waiting for a choice: 田中 美咲') }),
    ]);
    at.kernel.clock.advance(24 * hour + 120_000);
    await at.under.ring();
    await at.kernel.settled();
    expect(await attempts('abandoned')).toEqual([
      expect.objectContaining({ reason: 'not-chosen', what: expect.stringContaining('did not say which account') }),
    ]);
    expect(await at.outcome()).toMatchObject({
      choice: null,
      message: expect.stringContaining('did not say within a day which account is meant'),
    });
  });

  it('"Not you? Switch" gives the access back, and starts over where the platform asks for the account', async () => {
    await at.agree({ username: 'wrong', platformAccountId: '99' });
    const second = await at.begin({ insteadOf: at.started.attemptId });
    expect(at.instagram.revoked).toHaveLength(1);
    expect(await typesOf(at.started)).toEqual([
      'AuthorizationStarted',
      'AuthorizationChoiceOffered',
      'account-not-meant',
      'AuthorizationGivenBack',
    ]);
    expect(await at.outcome()).toMatchObject({ result: 'failed', choice: null });
    expect(new URL(second.authorizeUrl).searchParams.get('prompt')).toBe('select_account');
    expect(new URL(at.started.authorizeUrl).searchParams.get('prompt')).toBeNull();
    expect(await confirm(at.started, ['99'])).toMatchObject({ status: 202 });
    expect(await at.under.inLog('account-')).toEqual([]);
    await at.agree({}, second);
    await confirm(second);
    expect(await at.outcome(second)).toMatchObject({ result: 'succeeded', account: { username: 'misaki.t' } });
  });

  it('switching keeps the access that an account of the same log-in lives on, in whatever workspace', async () => {
    const accountId = await connected();
    const marcus = await at.inviteMarcus();
    const theirs = await at.begin({}, marcus);
    await at.under.comeBack(
      at.instagram.agree(theirs.authorizeUrl, { accounts: ['brot', 'rad'], loginId: '1784' }),
      theirs.cookie,
    );
    await at.begin({ insteadOf: theirs.attemptId }, marcus);
    expect(await typesOf(theirs)).toContain('account-not-meant');
    expect(at.instagram.revoked).toEqual([]);
    expect(await at.vault.grants.get(accountId)).toBeDefined();
  });

  it('switches also where the platform does not take the access back', async () => {
    await at.agree();
    at.instagram.trouble.revoke = { outcome: 'platform-down' };
    await at.begin({ insteadOf: at.started.attemptId });
    expect(await typesOf(at.started)).toContain('account-not-meant');
  });

  it('is not asked about again when it is connected again', async () => {
    const accountId = await connected();
    const again = await at.begin({ reconnects: accountId });
    await at.agree({}, again);
    expect(await at.outcome(again)).toMatchObject({ result: 'succeeded', account: { accountId, reconnected: true } });
    expect(await typesOf(again)).not.toContain('AuthorizationChoiceOffered');
  });

  it('is asked about, with the account that was meant, when another one came back', async () => {
    const accountId = await connected();
    const again = await at.begin({ reconnects: accountId });
    await at.agree({ platformAccountId: '99', username: 'other' }, again);
    expect(await at.outcome(again)).toMatchObject({
      result: 'started',
      choice: { instead: { username: 'misaki.t' }, accounts: [{ username: 'other', standing: 'new' }] },
    });
    const third = await at.begin({ insteadOf: again.attemptId });
    await at.agree({ platformAccountId: '98', username: 'third' }, third);
    expect((await at.outcome(third)).choice?.instead).toEqual({ username: 'misaki.t' });
    const fourth = await at.begin({ insteadOf: third.attemptId });
    await at.agree({}, fourth);
    expect(await at.outcome(fourth)).toMatchObject({ result: 'succeeded', account: { accountId, reconnected: true } });
  });

  it('is asked about when another one of the same creator came back', async () => {
    const first = await connected();
    const second = await at.begin({});
    await at.agree({ platformAccountId: '99', username: 'other' }, second);
    await confirm(second, ['99']);
    const again = await at.begin({ reconnects: first });
    await at.agree({ platformAccountId: '99', username: 'other' }, again);
    expect((await at.outcome(again)).choice).toMatchObject({
      instead: { username: 'misaki.t' },
      accounts: [{ standing: 'yours' }],
    });
  });

  it('refuses at once what another invite has, without a question', async () => {
    await connected();
    const marcus = await at.inviteMarcus();
    const theirs = await at.begin({}, marcus);
    await at.agree({}, theirs);
    expect(await typesOf(theirs)).toEqual(['AuthorizationStarted', 'account-linked-elsewhere']);
  });

  it('knows no account and no attempt of another creator', async () => {
    const accountId = await connected();
    const marcus = await at.inviteMarcus();
    await at.kernel.settled();
    const start = (body: object) => at.under.ask('POST', `/api/microsite/${marcus}/connections/instagram`, { body });
    expect(await start({ reconnects: accountId })).toMatchObject({ status: 404 });
    expect(await start({ insteadOf: at.started.attemptId })).toMatchObject({ status: 404 });
    expect(await start({ reconnects: 7 })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'reconnects', message: 'Give this as text.' }] },
    });
  });
});
