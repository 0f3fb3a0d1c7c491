import { type ProfileCaptured, type RefreshCompleted } from '@linkage/published-facts';
import { type TestKernel } from '@linkage/stores/testing';
import { ConnectionsUnderTest, ingrid, invitationOf, freshConnections } from './connections.harness';
import { anAccessLost, anAccountConnected } from './social-account/social-account.fixtures';

const stranger = { ...ingrid, workspaceId: '01936000-0000-7000-8000-0000000000ee' };
const profileOf = (accountId: string, followers: number): ProfileCaptured => ({
  type: 'ProfileCaptured',
  data: {
    accountId,
    invitationId: invitationOf.misaki,
    platform: 'instagram',
    refreshId: 'r1',
    profile: {
      username: accountId,
      displayName: accountId,
      avatarUrl: null,
      profileUrl: null,
      email: { is: 'not-offered' },
      figures: { followers: { is: 'value', value: followers } },
    },
  },
});
const refreshed = (accountId: string): RefreshCompleted => ({
  type: 'RefreshCompleted',
  data: { accountId, invitationId: invitationOf.misaki, platform: 'instagram', refreshId: 'r1', missing: [] },
});

describe('what the brand sees of connections', () => {
  let kernel: TestKernel;
  let under: ConnectionsUnderTest;
  let close: () => Promise<void>;
  let link: string;

  beforeEach(async () => {
    ({ kernel, under, close } = await freshConnections());
    link = await under.invite(invitationOf.misaki);
  });
  afterEach(() => close());

  const get = async (path: string, as = ingrid) => (await under.ask('GET', path, { as })).body;
  const names = async (path: string): Promise<string[]> =>
    (await get(path)).items.map(({ username }: { username: string }) => username);

  it('connected accounts: one row each, exactly as agreed', async () => {
    const { authorizeUrl, cookie } = await under.start(link);
    await under.finish(under.instagram.agree(authorizeUrl), cookie);
    await kernel.settled();
    const [fact] = await under.inLog('account-');
    expect(await get('/api/accounts')).toEqual({
      items: [
        {
          accountId: fact?.data['accountId'],
          invitationId: invitationOf.misaki,
          creatorName: '田中 美咲',
          creatorEmail: 'misaki.tanaka@hinata.example',
          platform: 'instagram',
          username: 'misaki.t',
          displayName: 'MISAKI.T',
          avatarUrl: null,
          connectedAt: kernel.clock.now().toISOString(),
          lastUpdatedAt: null,
          followers: null,
          followersMissing: null,
          awaitsFigures: true,
          health: { state: 'ok' },
        },
      ],
      next: null,
      previous: null,
      total: 1,
      counts: { all: 1, instagram: 1 },
    });
    expect(await get('/api/accounts', stranger)).toEqual({
      items: [],
      next: null,
      previous: null,
      total: 0,
      counts: { all: 0 },
    });
  });

  it('connected accounts: by filter, order, search and page', async () => {
    for (const [n, [username, platform, creatorName, followers]] of (
      [
        ['bea', 'youtube', 'Zoë', 10],
        ['ada', 'instagram', 'Élodie', 2_000],
        ['cyd', 'instagram', 'anna', 300],
      ] as const
    ).entries()) {
      kernel.clock.advance(1_000);
      await under.record(
        `account-${n}`,
        anAccountConnected({
          accountId: username,
          username,
          displayName: username,
          platform,
          creatorName,
          creatorEmail: `${username}@example.org`,
        }),
      );
      await under.record(`figures-${n}`, profileOf(username, followers));
      await under.record(`refresh-${n}`, refreshed(username));
    }
    await under.record('account-1', anAccessLost({ accountId: 'ada' }));
    await kernel.settled();
    expect(await names('/api/accounts')).toEqual(['ada', 'cyd', 'bea']);
    expect(await names('/api/accounts?sort=followers')).toEqual(['ada', 'cyd', 'bea']);
    expect(await names('/api/accounts?sort=followers&direction=asc')).toEqual(['bea', 'cyd', 'ada']);
    expect(await names('/api/accounts?sort=creatorName')).toEqual(['cyd', 'ada', 'bea']);
    expect(await names('/api/accounts?sort=username&direction=desc')).toEqual(['cyd', 'bea', 'ada']);
    expect(await names('/api/accounts?sort=connectedAt')).toEqual(['cyd', 'ada', 'bea']);
    expect(await names('/api/accounts?platform=instagram')).toEqual(['ada', 'cyd']);
    expect(await names('/api/accounts?search=elo')).toEqual(['ada']);
    expect(await names('/api/accounts?platform=myspace&sort=stream&limit=nonsense')).toHaveLength(3);
    const first = await get('/api/accounts?limit=2&platform=instagram');
    expect([first.total, first.next, first.counts]).toEqual([2, null, { all: 3, instagram: 2, youtube: 1 }]);
    const page = await get('/api/accounts?limit=2');
    expect((await get(`/api/accounts?limit=2&cursor=${page.next}`)).items).toHaveLength(1);
    expect((await get('/api/accounts?search=ada')).total).toBeNull();
  });

  it('attempts: failed ones first of all, each its own row, with how often it was tried', async () => {
    for (let n = 0; n < 2; n += 1) {
      kernel.clock.advance(1_000);
      const { authorizeUrl, cookie } = await under.start(link);
      await under.finish(
        { error: 'access_denied', state: new URL(authorizeUrl).searchParams.get('state') ?? '' },
        cookie,
      );
    }
    const startedAt = kernel.clock.now().toISOString();
    const { authorizeUrl, cookie } = await under.start(link, 'youtube');
    await under.finish(under.youtube.agree(authorizeUrl, { without: ['basic'] }), cookie, 'youtube');
    kernel.clock.advance(1_000);
    const good = await under.start(link);
    await under.finish(under.instagram.agree(good.authorizeUrl), good.cookie);
    await under.start(link);
    await kernel.settled();
    const list = await get('/api/attempts');
    expect(list).toMatchObject({
      total: 3,
      counts: { all: 5, open: 1, started: 1, succeeded: 1, failed: 3, abandoned: 0 },
    });
    expect(
      list.items.map(({ platform, reason, tries }: Record<string, unknown>) => [platform, reason, tries]).sort(),
    ).toEqual([
      ['instagram', 'consent-denied', 2],
      ['instagram', 'consent-denied', 2],
      ['youtube', 'permission-unticked', 1],
    ]);
    expect(list.items.find(({ platform }: Record<string, unknown>) => platform === 'youtube')).toEqual({
      attemptId: expect.any(String),
      invitationId: invitationOf.misaki,
      creatorName: '田中 美咲',
      creatorEmail: 'misaki.tanaka@hinata.example',
      avatarUrl: null,
      platform: 'youtube',
      startedAt,
      result: 'failed',
      step: 4,
      reason: 'permission-unticked',
      tries: 1,
      connectedSince: null,
      what: 'One permission was left unticked',
      help: 'Without “View your profile” YouTube gives no figures. Ask 田中 美咲 to try again and leave every box ticked.',
    });
    expect(
      list.items
        .filter(({ platform }: Record<string, unknown>) => platform === 'instagram')
        .map((item: Record<string, unknown>) => item['connectedSince']),
    ).toEqual(Array(2).fill(kernel.clock.now().toISOString()));
    expect(await get('/api/attempts?result=open')).toMatchObject({ total: 1, items: [{ platform: 'youtube' }] });
    expect((await get('/api/attempts?result=open&search=instagram')).items).toEqual([]);
    expect((await get('/api/attempts?result=all')).items).toHaveLength(5);
    expect((await get('/api/attempts?result=succeeded')).items).toHaveLength(1);
    expect((await get('/api/attempts?result=nonsense')).items).toHaveLength(3);
    expect((await get('/api/attempts?search=youtube')).items).toHaveLength(1);
    expect((await get('/api/attempts?search=denied')).items).toHaveLength(2);
    expect(await get('/api/attempts?result=all', stranger)).toMatchObject({ items: [], counts: { all: 0 } });
  });
});
