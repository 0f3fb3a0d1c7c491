import type { Microsite } from '@linkage/contracts';
import { type TestKernel } from '@linkage/stores/testing';
import { type TestVault } from '@linkage/vault/testing';
import { ConnectionsUnderTest, invitationOf, publicUrl, freshConnections } from '../connections.harness';
import { anAccessLost, anAccountConnected } from '../social-account/social-account.fixtures';

describe('the page behind an invitation link', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let under: ConnectionsUnderTest;
  let close: () => Promise<void>;
  let link: string;

  beforeEach(async () => {
    ({ kernel, vault, under, close } = await freshConnections());
    link = await under.invite(invitationOf.misaki);
  });
  afterEach(() => close());

  const open = (of = link) => under.ask('GET', `/api/microsite/${of}`);
  const notFound = { status: 404, body: expect.objectContaining({ code: 'not-found' }) };

  it('says who asks, what can be connected and what is connected', async () => {
    await under.record(
      'account-x',
      anAccountConnected(),
      anAccountConnected({ accountId: 'a2', platform: 'youtube', username: '@misaki' }),
      anAccessLost({ accountId: 'a2', platform: 'youtube' }),
    );
    await kernel.settled();
    const { status, headers, body } = await open();
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toEqual({
      brand: 'Nordlys Agency',
      invitedBy: 'Ingrid Solheim',
      creatorName: '田中 美咲',
      withdrawn: false,
      platforms: [
        {
          platform: 'instagram',
          available: true,
          choosing: null,
          offered: null,
          accounts: [
            {
              accountId: anAccountConnected().data.accountId,
              username: 'misaki.t',
              displayName: '田中 美咲',
              working: true,
              cause: null,
            },
          ],
        },
        {
          platform: 'youtube',
          available: true,
          choosing: null,
          offered: null,
          accounts: [
            {
              accountId: 'a2',
              username: '@misaki',
              displayName: '田中 美咲',
              working: false,
              cause: 'password-changed',
            },
          ],
        },
      ],
    });
  });

  it('changes nothing when it is opened, by people or by mail scanners', async () => {
    await kernel.settled();
    const before = await kernel.log.head();
    for (let n = 0; n < 3; n += 1) expect((await open()).headers['set-cookie']).toBeUndefined();
    expect((await under.ask('HEAD', `/api/microsite/${link}`)).status).toBe(200);
    expect((await under.ask('GET', `/api/microsite/${link}/connections/instagram`)).status).toBe(404);
    await kernel.settled();
    expect(await kernel.log.head()).toBe(before);
  });

  it('tells that it was opened when its script says so, and not again within four hours', async () => {
    const report = () => under.ask('POST', `/api/microsite/${link}/visits`);
    expect((await report()).status).toBe(202);
    expect((await report()).status).toBe(202);
    expect(await under.inLog('visit-')).toEqual([
      expect.objectContaining({
        type: 'MicrositeOpened',
        stream: `visit-${invitationOf.misaki}`,
        data: { invitationId: invitationOf.misaki, linkVersion: 1, openedAt: kernel.clock.now().toISOString() },
        meta: expect.objectContaining({ actor: { kind: 'creator', id: invitationOf.misaki } }),
      }),
    ]);
    kernel.clock.advance(4 * 3_600_000);
    await report();
    expect(await under.inLog('visit-')).toHaveLength(2);
  });

  it('opens for a link that was mailed a moment ago', async () => {
    expect((await open(await under.invite(invitationOf.marcus, 'Marcus'))).body).toMatchObject({
      creatorName: 'Marcus',
    });
  });

  describe('once its invitation is withdrawn', () => {
    const withdrawal = (linkVersion: number) =>
      ({
        type: 'InvitationWithdrawn',
        data: { invitationId: invitationOf.misaki, linkVersion, accounts: 'keep' },
      }) as const;
    const withdraw = async (linkVersion = 2): Promise<void> => {
      await under.record(`invitation-${invitationOf.misaki}`, withdrawal(linkVersion));
      await kernel.settled();
    };
    const connect = async (platform: 'instagram' | 'youtube'): Promise<void> => {
      const { authorizeUrl, cookie } = await under.start(link, platform);
      await under.finish(under[platform].agree(authorizeUrl), cookie, platform);
    };

    it('is told so at once, though the read model has not heard of it yet', async () => {
      const headWasAsked = new Promise<void>((resolve) => {
        const head = kernel.log.head.bind(kernel.log);
        jest.spyOn(kernel.log, 'head').mockImplementation(() => {
          resolve();
          return head();
        });
      });
      let opened: ReturnType<typeof open> | undefined;
      await kernel.consumers.projections.get('invited-creators')?.pausedFor(async () => {
        await under.record(`invitation-${invitationOf.misaki}`, withdrawal(2));
        opened = open();
        await Promise.race([opened, headWasAsked]);
      });
      expect((await opened)?.body).toMatchObject({ withdrawn: true });
    });

    it('shows the accounts that are still connected, and offers nothing else', async () => {
      await connect('instagram');
      await connect('youtube');
      await kernel.settled();
      await withdraw();
      const { status, body } = await open();
      expect(status).toBe(200);
      expect(body).toMatchObject({ brand: 'Nordlys Agency', creatorName: '田中 美咲', withdrawn: true });
      expect(
        body.platforms.map(({ platform, available, accounts }: Microsite['platforms'][number]) => [
          platform,
          available,
          accounts.length,
        ]),
      ).toEqual([
        ['instagram', false, 1],
        ['youtube', false, 1],
      ]);
      expect(await under.ask('POST', `/api/microsite/${link}/connections/instagram`)).toMatchObject({
        status: 422,
        body: { code: 'invitation-withdrawn', detail: expect.stringContaining('disconnect') },
      });
      const { accountId } = body.platforms[0].accounts[0];
      expect((await under.ask('POST', `/api/microsite/${link}/accounts/${accountId}/disconnect`)).status).toBe(202);
      expect(await vault.grants.get(accountId)).toBeUndefined();
      await kernel.settled();
      expect((await open()).body.platforms.map(({ platform }: { platform: string }) => platform)).toEqual(['youtube']);
    });

    it('does so for every link that ever worked, also after a new invitation, and for no other', async () => {
      await connect('instagram');
      await kernel.settled();
      await withdraw();
      const unused = await vault.links.make(invitationOf.misaki, 2);
      expect(await open(unused)).toMatchObject(notFound);
      const again = await under.invite(invitationOf.misaki, '田中 美咲', 'misaki.tanaka@hinata.example', 3);
      await kernel.settled();
      expect((await open(again)).body).toMatchObject({ withdrawn: false });
      expect((await open()).body).toMatchObject({ withdrawn: true });
      await withdraw(4);
      for (const known of [link, again]) expect((await open(known)).body).toMatchObject({ withdrawn: true });
      expect(await open(unused)).toMatchObject(notFound);
    });

    it('works again as before when the withdrawal is undone', async () => {
      await withdraw();
      await under.record(`invitation-${invitationOf.misaki}`, {
        type: 'InvitationWithdrawalUndone',
        data: { invitationId: invitationOf.misaki, linkVersion: 1 },
      });
      await kernel.settled();
      expect((await open()).body).toMatchObject({ withdrawn: false });
      expect((await under.start(link)).attemptId).toBeDefined();
    });

    it('tells of no visit any more', async () => {
      await withdraw();
      expect(await under.ask('POST', `/api/microsite/${link}/visits`)).toMatchObject({
        status: 422,
        body: { code: 'invitation-withdrawn' },
      });
      expect(await under.inLog('visit-')).toEqual([]);
    });

    it('has nothing to show of an attempt', async () => {
      const { attemptId } = await under.start(link);
      await withdraw();
      expect(await under.ask('GET', `/api/microsite/${link}/attempts/${attemptId}`)).toMatchObject({
        status: 422,
        body: { code: 'invitation-withdrawn' },
      });
    });
  });

  it('opens for no link that is tampered with or foreign', async () => {
    const [id, mac = ''] = link.split('.');
    const foreign = (await under.invite(invitationOf.marcus)).split('.')[1];
    const spoilt = mac.startsWith('A') ? `B${mac.slice(1)}` : `A${mac.slice(1)}`;
    const unknown = await vault.links.make('01936000-0000-7000-8000-00000000dead', 1);
    for (const wrong of [
      `${id}.${spoilt}`,
      `${id}.${foreign}`,
      `${id}.`,
      `${id}`,
      'x',
      '%00',
      unknown,
      link.toUpperCase(),
      await vault.links.make(invitationOf.misaki, 2),
    ]) {
      expect(await open(wrong)).toMatchObject(notFound);
      expect(await under.ask('POST', `/api/microsite/${wrong}/connections/instagram`)).toMatchObject(notFound);
      expect(await under.ask('POST', `/api/microsite/${wrong}/accounts/a1/disconnect`)).toMatchObject(notFound);
      expect(await under.ask('POST', `/api/microsite/${wrong}/visits`)).toMatchObject(notFound);
      expect(await under.ask('GET', `/api/microsite/${wrong}/attempts/a1`)).toMatchObject(notFound);
    }
  });

  describe('Connect', () => {
    it('records the attempt, binds it to the browser and says where to go', async () => {
      const { status, headers, body } = await under.ask('POST', `/api/microsite/${link}/connections/youtube`);
      expect(status).toBe(201);
      expect(body).toEqual({
        attemptId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        authorizeUrl: expect.stringContaining('https://youtube.example/authorize?'),
      });
      expect(headers['set-cookie']).toEqual([
        expect.stringMatching(
          new RegExp(
            `^linkage-connect-${body.attemptId}=[\\w-]{43}; Max-Age=86400; Path=/api/oauth; HttpOnly; SameSite=Lax$`,
          ),
        ),
      ]);
      const asked = new URL(body.authorizeUrl).searchParams;
      expect(asked.get('state')).toMatch(/^[\w-]{43}$/);
      expect(asked.get('redirect_uri')).toBe(`${publicUrl}/api/oauth/youtube/callback`);
      expect(await under.inLog('attempt-')).toEqual([
        expect.objectContaining({
          type: 'AuthorizationStarted',
          stream: `attempt-${body.attemptId}`,
          data: expect.objectContaining({ invitationId: invitationOf.misaki, platform: 'youtube' }),
        }),
      ]);
      expect((await under.ask('GET', `/api/microsite/${link}/attempts/${body.attemptId}`)).body).toEqual({
        attemptId: body.attemptId,
        platform: 'youtube',
        result: 'started',
        account: null,
        others: [],
        refused: [],
        reconnects: null,
        choice: null,
        reason: null,
        message: null,
        missing: [],
      });
    });

    it('makes one attempt of a repeated request, and the way back works', async () => {
      const headers = { 'idempotency-key': 'press-1' };
      const first = await under.start(link, 'instagram', headers);
      const again = await under.start(link, 'instagram', headers);
      expect(again.attemptId).toBe(first.attemptId);
      expect(await under.inLog('attempt-')).toHaveLength(1);
      await under.finish(under.instagram.agree(again.authorizeUrl), again.cookie);
      expect((await under.ask('GET', `/api/microsite/${link}/attempts/${again.attemptId}`)).body).toMatchObject({
        result: 'succeeded',
      });
    });

    it.each([
      ['myspace', 404, 'not-found'],
      ['constructor', 404, 'not-found'],
      ['tiktok', 422, 'platform-not-available'],
    ])('refuses %s', async (platform, status, code) => {
      expect(await under.ask('POST', `/api/microsite/${link}/connections/${platform}`)).toMatchObject({
        status,
        body: { code },
      });
      expect(await under.inLog('attempt-')).toEqual([]);
    });

    it('is not pressed by a page of another site', async () => {
      expect(
        await under.ask('POST', `/api/microsite/${link}/connections/instagram`, {
          headers: { origin: 'https://evil.example' },
        }),
      ).toMatchObject({ status: 403, body: { code: 'origin-refused' } });
    });
  });

  it('shows attempts of this creator only', async () => {
    const { attemptId } = await under.start(await under.invite(invitationOf.marcus, 'Marcus'));
    for (const foreign of [attemptId, 'nonsense', '01936000-0000-7000-8000-00000000dead']) {
      expect(await under.ask('GET', `/api/microsite/${link}/attempts/${foreign}`)).toMatchObject(notFound);
    }
  });
});
