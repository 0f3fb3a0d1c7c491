import type { AttemptItem, Microsite } from '@linkage/contracts';
import type { AccessGrant } from '@linkage/platforms';
import { ingrid, publicUrl } from '../connections.harness';
import { ChoicesUnderTest, hour } from './choices.harness';

describe('a consent that gives access to several accounts', () => {
  let at: ChoicesUnderTest;
  beforeEach(async () => {
    at = await ChoicesUnderTest.start();
  });
  afterEach(() => at.close());

  const agree = (accounts: readonly string[]) => at.agree({ accounts });
  const choose = (names: readonly string[], by = at.link) =>
    at.choose(
      names.map((name) => `id-of-${name}`),
      at.started,
      by,
    );
  const connected = async (): Promise<unknown[]> =>
    (await at.under.inLog('account-')).filter(({ type }) => /Connected|Reconnected/.test(type)).map(({ type }) => type);

  it('asks which are meant: nothing is connected, and no fact holds a token or a name', async () => {
    const answer = await agree(['brot', 'garten', 'rad']);
    expect(answer.headers.location).toBe(`${publicUrl}/connect/${at.link}?attempt=${at.started.attemptId}`);
    const { result, choice } = await at.outcome();
    expect(result).toBe('started');
    expect(choice?.accounts).toEqual(
      ['brot', 'garten', 'rad'].map((username, index) => ({
        id: `id-of-${username}`,
        username,
        displayName: username,
        avatarUrl: null,
        followers: 100 * (index + 1),
        missing: [],
        standing: 'new',
        takesSeat: true,
      })),
    );
    expect(await connected()).toEqual([]);
    const facts = JSON.stringify(await at.under.inLog());
    expect(facts).not.toMatch(/brot|garten|access-/);
    expect(facts).toContain('"offered":3');
  });

  it('connects each that was chosen, with access of its own, and forgets the rest', async () => {
    await agree(['brot', 'garten', 'rad']);
    expect((await choose(['rad', 'brot'])).status).toBe(202);
    const { result, account, others, choice } = await at.outcome();
    expect({ result, choice }).toEqual({ result: 'succeeded', choice: null });
    expect([account, ...others].map((each) => each?.username)).toEqual(['brot', 'rad']);
    for (const each of [account, ...others]) {
      const grant = await at.vault.grants.get<AccessGrant>(each?.accountId ?? '');
      expect(grant).toMatchObject({ accountId: `id-of-${each?.username}` });
    }
    expect(await connected()).toHaveLength(2);
  });

  it('says the same again when it is repeated, and connects nothing twice', async () => {
    await agree(['brot', 'garten']);
    await Promise.all([choose(['brot', 'garten']), choose(['brot', 'garten'])]);
    expect((await choose(['garten'])).status).toBe(202);
    expect(await connected()).toHaveLength(2);
  });

  it('stays open when the page is closed: the page of the link leads back to it', async () => {
    await agree(['brot', 'garten']);
    await at.kernel.settled();
    const { platforms }: Microsite = (await at.under.ask('GET', `/api/microsite/${at.link}`)).body;
    expect(platforms.find(({ platform }) => platform === 'instagram')?.choosing).toBe(at.started.attemptId);
    await choose(['brot']);
    await at.kernel.settled();
    const after: Microsite = (await at.under.ask('GET', `/api/microsite/${at.link}`)).body;
    expect(after.platforms.every(({ choosing }) => choosing === null)).toBe(true);
  });

  it('is asked again when the way back is opened twice', async () => {
    const query = at.instagram.agree(at.started.authorizeUrl, { accounts: ['brot', 'garten'] });
    await at.under.comeBack(query, at.started.cookie);
    await at.under.comeBack(query, at.started.cookie);
    expect((await at.outcome()).choice?.accounts).toHaveLength(2);
    expect((await at.under.inLog('attempt-')).map(({ type }) => type)).toEqual([
      'AuthorizationStarted',
      'AuthorizationChoiceOffered',
    ]);
  });

  it('goes on where a stop left it: what was chosen is connected', async () => {
    await agree(['brot', 'garten', 'rad']);
    const kept = at.vault.secrets;
    const now = at.kernel.clock.now();
    await kept.update<{ chosen: string[] }>('pending-choice', at.started.attemptId, now, (choice) =>
      choice === undefined ? undefined : { ...choice, chosen: ['id-of-brot', 'id-of-rad'] },
    );
    // The first account was connected by the process that stopped.
    expect((await choose(['brot', 'rad'])).status).toBe(202);
    expect(await connected()).toHaveLength(2);
    expect((await at.outcome()).others).toHaveLength(1);
  });

  it('does not give away an account of another invite, and says so before', async () => {
    const other = await at.inviteMarcus();
    const theirs = await at.under.start(other);
    await at.under.finish(at.instagram.agree(theirs.authorizeUrl, { accounts: ['brot'] }), theirs.cookie);
    await agree(['brot', 'garten']);
    expect((await at.outcome()).choice?.accounts.map(({ standing }) => standing)).toEqual(['taken', 'new']);
    await choose(['brot', 'garten']);
    expect(await at.outcome()).toMatchObject({
      result: 'succeeded',
      account: { username: 'garten' },
      others: [],
      refused: [{ username: 'brot', message: expect.stringContaining('@brot is already connected') }],
    });
    await at.kernel.settled();
    const failed = await at.under.ask('GET', '/api/attempts?result=failed', { as: ingrid });
    expect(failed.body.items).toMatchObject([
      {
        creatorName: '田中 美咲',
        reason: 'account-linked-elsewhere',
        help: expect.stringContaining('@brot is connected through marcus@webbtable.example'),
        connectedSince: null,
      },
    ]);
    expect((await choose(['garten'], other)).status).toBe(404);
  });

  it('says of each that was refused why, also where none was connected', async () => {
    const other = await at.inviteMarcus();
    const theirs = await at.under.start(other);
    await at.agree({ accounts: ['brot', 'rad'] }, theirs);
    await at.choose(['id-of-brot', 'id-of-rad'], theirs, other);
    await agree(['brot', 'garten', 'rad']);
    await choose(['brot', 'rad']);
    await at.kernel.settled();
    const failed = await at.under.ask('GET', '/api/attempts?result=failed', { as: ingrid });
    const told: readonly AttemptItem[] = failed.body.items;
    expect(told.map(({ help }) => /^@\w+/.exec(help ?? '')?.[0]).toSorted()).toEqual(['@brot', '@rad']);
  });

  it.each([
    ['none', [], 400, 'invalid-request'],
    ['one that was not offered', ['strange'], 400, 'invalid-request'],
  ])('refuses %s', async (_name, accounts, status, code) => {
    await agree(['brot', 'garten']);
    expect(await choose(accounts)).toMatchObject({ status, body: { code } });
    expect(await connected()).toEqual([]);
  });

  it('is over after a day: the access is forgotten, and the attempt is closed', async () => {
    await agree(['brot', 'garten']);
    await at.kernel.settled();
    at.kernel.clock.advance(2 * hour);
    await at.under.ring();
    expect((await at.outcome()).choice?.accounts).toHaveLength(2);
    at.kernel.clock.advance(22 * hour + 120_000);
    await at.under.ring();
    expect(await at.outcome()).toMatchObject({ result: 'abandoned', choice: null });
    expect(await choose(['brot'])).toMatchObject({ status: 422, body: { code: 'choice-over' } });
  });
});
