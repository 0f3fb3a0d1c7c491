import { LogUnavailable, type Fact, type Recorded } from '@linkage/event-sourcing';
import type { ContentBatch, ContentEnd, LossReason, PlatformTrouble } from '@linkage/platforms';
import { connectionFacts, ingestionFacts, type RefreshFailed } from '@linkage/published-facts';
import { eventually } from '@linkage/event-sourcing/testing';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { Logger } from '@nestjs/common';
import { figuresStream, refreshStream } from '../refresh/refresh';
import {
  accountId,
  accountStream,
  aDiscovery,
  anAccessLost,
  anAccessRegained,
  anAccountDisconnected,
  anAccountReconnected,
  anAudience,
  aPost,
  aProfile,
  aRefreshStarted,
  invitationId,
  likes,
  workspaceId,
} from '../refresh/refresh.fixtures';
import { aBatch, aGrant, aLoss, noAudience, trouble } from '../refresh/scripted-connector.fixtures';
import { watchedAccounts } from '../refresh/watched-accounts.projection';
import { knownContent } from './known-content.projection';
import { knownFigures } from './known-figures.projection';
import { LaggingReadModels } from './lagging-read-models.harness';
import { RefreshesUnderTest } from './run-refresh.harness';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('running a refresh', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  /** Its locks know nothing of those of `vault`. */
  let elsewhere: TestVault;
  let under: RefreshesUnderTest;

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(() => {
    kernel = testKernel({
      facts: [connectionFacts, ingestionFacts],
      projections: [watchedAccounts, knownFigures, knownContent],
    });
    vault = testVault();
    elsewhere = testVault();
    under = new RefreshesUnderTest(kernel, vault);
  });
  afterEach(async () => {
    await kernel.close();
    vault.remove();
    elsewhere.remove();
  });

  const dataOf = (facts: readonly Recorded[], type: string): unknown[] =>
    facts.filter((fact) => fact.type === type).map(({ data }) => data);
  const lastRun = async () => (await under.runs()).at(-1) as Recorded<RefreshFailed>;
  /** The next refresh, a day later. */
  const runTomorrow = () => {
    kernel.clock.advance(day);
    return under.run();
  };

  it('records profile, audience and content of an account that was just connected', async () => {
    await under.connect();
    expect(await under.run()).toBe('completed');
    expect(await under.types()).toEqual({
      runs: ['RefreshStarted', 'RefreshCompleted'],
      figures: ['ProfileCaptured', 'AudienceCaptured', 'ContentDiscovered', 'ContentMetricsCaptured'],
    });
    const [started] = await under.runs();
    const about = {
      accountId,
      invitationId,
      platform: 'instagram',
      refreshId: (started?.data as { refreshId: string }).refreshId,
    };
    expect((await under.runs()).map(({ data }) => data)).toEqual([
      { ...about, because: 'connected' },
      { ...about, missing: [], nextDueAt: expect.stringMatching(/^2026-01-16T08:/) },
    ]);
    const figures = await under.figures();
    expect(figures.map(({ data }) => data)).toEqual([
      { ...about, profile: aProfile() },
      { ...about, audience: anAudience() },
      { ...about, items: [aPost('p2'), aPost('p1', { type: 'story' })] },
      {
        ...about,
        metrics: [
          { contentId: 'p2', figures: likes(20) },
          { contentId: 'p1', figures: likes(10) },
        ],
      },
    ]);
    for (const fact of figures)
      expect(fact).toMatchObject({
        causationId: started?.id,
        correlationId: started?.correlationId,
        workspaceId: started?.workspaceId,
      });
  });

  it('keeps what is personal out of the log in the clear', async () => {
    await under.connect();
    await under.run();
    const { facts } = await kernel.log.port.readAll({ limit: 100 });
    expect(JSON.stringify(facts)).not.toMatch(/atelier|Amélie|First snow|access-1|refresh-1|contentId|countries/);
  });

  it('records no figures when nothing changed', async () => {
    await under.connect();
    await under.run();
    expect(await runTomorrow()).toBe('completed');
    expect(await under.types()).toEqual({
      runs: ['RefreshStarted', 'RefreshCompleted', 'RefreshStarted', 'RefreshCompleted'],
      figures: ['ProfileCaptured', 'AudienceCaptured', 'ContentDiscovered', 'ContentMetricsCaptured'],
    });
  });

  describe('pictures', () => {
    const signed = (host: string, signature: number) => {
      const at = (path: string) => `https://${host}.cdn.example/${path}?sig=${signature}`;
      under.connector.profile = () => aProfile({ avatarUrl: at('face.jpg') });
      under.connector.content = [() => aBatch([[aPost('p1', { thumbnailUrl: at('p1.jpg') }), likes(10)]])];
    };

    it('are told of with each refresh, at the addresses that are good now', async () => {
      await under.connect();
      signed('ams', 1);
      await under.run();
      signed('fra', 2);
      await runTomorrow();
      const about = { account: accountId, platform: 'instagram', subject: invitationId, workspaceId };
      const p1 = { ...about, what: 'p1', publishedAt: '2026-11-18T10:00:00.000Z' };
      expect(under.pictures.noted).toEqual([
        { ...about, what: 'avatar', address: 'https://ams.cdn.example/face.jpg?sig=1' },
        { ...p1, address: 'https://ams.cdn.example/p1.jpg?sig=1' },
        { ...about, what: 'avatar', address: 'https://fra.cdn.example/face.jpg?sig=2' },
        { ...p1, address: 'https://fra.cdn.example/p1.jpg?sig=2' },
      ]);
    });

    it('whose addresses were only signed anew are no fact, for as many refreshes as there are', async () => {
      await under.connect();
      for (let day = 1; day <= 5; day++) {
        signed(day % 2 === 0 ? 'ams' : 'fra', day);
        expect(await runTomorrow()).toBe('completed');
      }
      const once = ['ProfileCaptured', 'AudienceCaptured', 'ContentDiscovered', 'ContentMetricsCaptured'];
      expect((await under.types()).figures).toEqual(once);
      under.connector.profile = () => aProfile({ avatarUrl: 'https://ams.cdn.example/other.jpg?sig=6' });
      await runTomorrow();
      expect((await under.types()).figures).toEqual([...once, 'ProfileCaptured']);
    });

    it('that could not be read are not told of', async () => {
      await under.connect();
      const lost = { lost: 'unexpected', reportId: 'r', retryAt: null } as const;
      under.connector.profile = () => ({ ...aProfile(), avatarUrl: lost });
      under.connector.content = [() => aBatch([[{ ...aPost('p1'), thumbnailUrl: lost }, {}]])];
      await under.run();
      expect(under.pictures.noted).toEqual([]);
    });
  });

  it('records only what changed', async () => {
    await under.connect();
    await under.run();
    under.connector.profile = () => aProfile({ displayName: 'Amélie R.' });
    under.connector.content = [
      () =>
        aBatch([
          [aPost('p3'), {}],
          [aPost('p2', { title: 'renamed' }), likes(21)],
          [aPost('p1'), likes(10)],
        ]),
    ];
    await runTomorrow();
    const later = (await under.figures()).slice(4);
    expect(later.map(({ type }) => type)).toEqual([
      'ProfileCaptured',
      'ContentDiscovered',
      'ContentChanged',
      'ContentMetricsCaptured',
    ]);
    expect(dataOf(later, 'ContentChanged')).toMatchObject([
      {
        changes: [
          { contentId: 'p2', title: 'renamed' },
          { contentId: 'p1', type: 'image' },
        ],
      },
    ]);
    expect(dataOf(later, 'ContentDiscovered')).toMatchObject([{ items: [aPost('p3')] }]);
    expect(dataOf(later, 'ContentMetricsCaptured')).toMatchObject([
      { metrics: [{ contentId: 'p2', figures: { likes: { is: 'value', value: 21 } } }] },
    ]);
  });

  it('forgets nothing that disappeared from the platform', async () => {
    await under.connect();
    await under.run();
    under.connector.content = [];
    await runTomorrow();
    under.connector.content = [() => aBatch([[aPost('p1', { type: 'story' }), likes(10)]])];
    await runTomorrow();
    expect((await under.types()).figures).toHaveLength(4);
  });

  describe('once a reading has seen all there are', () => {
    const end = { completeFor: ['image', 'story'], since: null } as const;
    const whole = (ids: readonly string[], more: Partial<ContentEnd> = {}) => [
      () =>
        aBatch(
          ids.map((contentId) => [aPost(contentId, { publishedAt: '2026-01-02T10:00:00.000Z' }), likes(1)] as const),
          { end: { ...end, ...more } },
        ),
    ];
    const since = async (): Promise<unknown> =>
      (await under.figures()).slice(4).map(({ type, data }) => [type, (data as { contentIds?: unknown }).contentIds]);
    beforeEach(async () => {
      await under.connect();
      under.connector.content = whole(['p3', 'p2', 'p1']);
      await under.run();
    });

    it('what it did not find any more is deleted, once, and comes back with the platform', async () => {
      under.connector.content = whole(['p3', 'p1']);
      await runTomorrow();
      await runTomorrow();
      expect(await since()).toEqual([['ContentDeleted', ['p2']]]);
      under.connector.content = whole(['p3', 'p2', 'p1']);
      await runTomorrow();
      expect(await since()).toEqual([
        ['ContentDeleted', ['p2']],
        ['ContentRestored', ['p2']],
      ]);
    });

    it('nothing is said of types or times that it has not seen all of', async () => {
      under.connector.content = whole([], { completeFor: ['story'] });
      await runTomorrow();
      under.connector.content = whole([], { since: '2026-01-02T10:00:00.001Z' });
      await runTomorrow();
      under.connector.content = whole([], { completeFor: [] });
      await runTomorrow();
      expect(await since()).toEqual([]);
    });

    it('posts of all its pages count', async () => {
      under.connector.content = [
        () => aBatch([[aPost('p3', { publishedAt: '2026-01-02T10:00:00.000Z' }), likes(1)]]),
        ...whole(['p2', 'p1']),
      ];
      await runTomorrow();
      expect(await since()).toEqual([]);
    });
  });

  it('splits many posts into facts of at most 200, and finds all of them known the next day', async () => {
    await under.connect();
    const posts = Array.from(
      { length: 470 },
      (_, index) => [aPost(`p${index}`, { title: '한옥 '.repeat(40) }), likes(index)] as const,
    );
    under.connector.content = Array.from(
      { length: 10 },
      (_, page) => () => aBatch(posts.slice(page * 50, page * 50 + 50)),
    );
    await under.run();
    const discovered = dataOf(await under.figures(), 'ContentDiscovered') as { items: unknown[] }[];
    expect(discovered.flatMap(({ items }) => items)).toEqual(posts.map(([item]) => item));
    for (const { items } of discovered) expect(items.length).toBeLessThanOrEqual(200);
    const { facts } = await kernel.log.port.readAll({ limit: 100 });
    for (const fact of facts) expect(Buffer.byteLength(JSON.stringify(fact))).toBeLessThan(600_000);
    const before = (await under.figures()).length;
    await runTomorrow();
    expect(await under.figures()).toHaveLength(before);
  });

  it('of many posts asks once more about those alone of which something changed, and records them at once', async () => {
    await under.connect();
    const all = (changed: (index: number) => boolean) =>
      Array.from({ length: 9 }, (_, page) => () => ({
        ...aBatch(
          Array.from({ length: 50 }, (_, on) => {
            const index = page * 50 + on;
            return [aPost(`p${index}`), likes(changed(index) ? 7 : 1)] as const;
          }),
        ),
        end: { completeFor: ['image'] as const, since: null },
      }));
    under.connector.content = all(() => false);
    await under.run();
    const [append, page, getMany] = [
      jest.spyOn(kernel.log, 'append'),
      jest.spyOn(kernel.readModels, 'page'),
      jest.spyOn(kernel.readModels, 'getMany'),
    ];
    under.connector.content = all((index) => index % 45 === 0);
    await runTomorrow();
    const figures = append.mock.calls.filter(([{ stream }]) => stream === figuresStream(accountId));
    expect(figures.map(([{ facts }]) => facts.map(({ type }) => type))).toEqual([['ContentMetricsCaptured']]);
    expect(page).not.toHaveBeenCalled();
    expect(getMany.mock.calls.map(([, keys]) => keys.length)).toEqual([200, 200, 50, 10]);
  });

  describe('when the platform has trouble', () => {
    const retryAt = new Date('2026-01-16T09:40:00.000Z');
    const outcomes: [PlatformTrouble, object][] = [
      [
        { outcome: 'needs-reauthorization', cause: 'permission-revoked' },
        { cause: 'permission-revoked', nextDueAt: null },
      ],
      [
        { outcome: 'permission-missing', permission: 'instagram_business_basic' },
        { cause: 'instagram_business_basic' },
      ],
      [
        { outcome: 'rate-limited', retryAt },
        { retryAt: retryAt.toISOString(), nextDueAt: retryAt.toISOString() },
      ],
      [{ outcome: 'platform-down' }, {}],
      [{ outcome: 'gone' }, { nextDueAt: null }],
      [{ outcome: 'gone', surmised: true }, {}],
      [{ outcome: 'unexpected', reportId: 'report-7' }, { cause: 'report-7' }],
    ];

    it.each(outcomes)(
      'with the call that names the account: %j fails the refresh, and the old figures stay',
      async (of, expected) => {
        await under.connect();
        await under.run();
        under.connector.naming = trouble(of);
        expect(await runTomorrow()).toBe('failed');
        expect((await lastRun()).data).toEqual({
          ...aRefreshStarted({ refreshId: expect.any(String) as never }).data,
          because: undefined,
          outcome: of.outcome,
          cause: null,
          retryAt: null,
          nextDueAt: '2026-01-16T09:05:00.000Z',
          ...expected,
        });
        expect((await under.types()).figures).toHaveLength(4);
      },
    );

    const reasons: LossReason[] = ['rate-limited', 'platform-down', 'permission-missing', 'refused', 'unexpected'];
    const parts = ['countries', 'cities', 'ages', 'genders'];

    it.each(reasons)('with the audience from the start: %s says why it is not there', async (reason) => {
      await under.connect();
      under.connector.audience = () => noAudience(aLoss(reason));
      expect(await under.run()).toBe('completed');
      expect((await lastRun()).data).toMatchObject({
        missing: parts.map((part) => ({ section: 'audience', part, reason, reportId: 'report-7', inARow: 1 })),
      });
      const is =
        reason === 'permission-missing' ? { is: 'permission-missing' } : { is: 'unexpected', reportId: 'report-7' };
      expect(dataOf(await under.figures(), 'AudienceCaptured')).toMatchObject([
        { audience: { of: 'followers', countries: is, cities: is, ages: is, genders: is } },
      ]);
      expect((await under.types()).figures).toEqual([
        'ProfileCaptured',
        'AudienceCaptured',
        'ContentDiscovered',
        'ContentMetricsCaptured',
      ]);
    });

    it.each(reasons)('with the audience later: %s leaves what was known', async (reason) => {
      await under.connect();
      await under.run();
      under.connector.audience = () => noAudience(aLoss(reason));
      expect(await runTomorrow()).toBe('completed');
      expect((await lastRun()).data).toMatchObject({ missing: parts.map((part) => ({ part, reason })) });
      expect((await under.types()).figures).toHaveLength(4);
    });

    it.each(reasons)('with one figure: %s leaves it as it was, and all else is recorded', async (reason) => {
      await under.connect();
      await under.run();
      const posts = { is: 'value', value: 2_311 } as const;
      under.connector.profile = () => ({
        ...aProfile(),
        displayName: aLoss(reason),
        figures: { followers: aLoss(reason), posts },
      });
      expect(await runTomorrow()).toBe('completed');
      expect(dataOf(await under.figures(), 'ProfileCaptured').at(-1)).toMatchObject({
        profile: aProfile({ figures: { followers: { is: 'value', value: 41_702 }, posts } }),
      });
      expect((await lastRun()).data).toMatchObject({
        missing: [
          { section: 'profile', part: 'displayName', reason },
          { section: 'profile', part: 'followers', reason },
        ],
      });
    });

    it('with its name, before any refresh has ended, it is called as at connecting, also once access was regained', async () => {
      await under.connect();
      await under.say(accountStream, anAccessLost());
      expect(await under.run()).toBe('not-watched');
      kernel.clock.advance(minute);
      await under.say(accountStream, anAccessRegained());
      under.connector.profile = () => ({ ...aProfile(), displayName: aLoss('unexpected') });
      expect(await under.run()).toBe('completed');
      expect(dataOf(await under.figures(), 'ProfileCaptured')).toEqual([
        expect.objectContaining({ profile: aProfile({ displayName: 'Amélie Rousseau' }) }),
      ]);
      const [started] = await under.runs();
      const [regained] = await kernel.log.readStream(accountStream, { backwards: true });
      expect(started).toMatchObject({ data: { because: 'connected' }, causationId: regained?.id });
    });

    it('ends as gone where another account answers in its place, of which nothing is recorded', async () => {
      await under.connect();
      await under.run();
      const { figures } = await under.types();
      const { identity } = under.connector;
      under.connector.identity = async (grant) => ({
        ...(await identity(grant)),
        platformAccountId: 'another-account',
      });
      under.connector.profile = () => aProfile({ username: 'atelier.two' });
      expect(await runTomorrow()).toBe('failed');
      expect((await lastRun()).data).toMatchObject({ outcome: 'gone', cause: null, nextDueAt: null });
      expect((await under.types()).figures).toEqual(figures);
    });

    describe('with a part that is refused as if the access had ended', () => {
      const opened = () => under.connector.asked.filter((call) => call.startsWith('open'));
      /** The account is named once; from then on `naming` answers. */
      const refusedPart = (naming: () => void): void => {
        under.connector.inDoubt = true;
        under.connector.audience = () => {
          under.connector.naming = naming;
          return noAudience(aLoss('refused'));
        };
      };

      it('the account is asked for its name at once: the access has ended, and what was read is kept', async () => {
        await under.connect();
        refusedPart(trouble({ outcome: 'needs-reauthorization', cause: 'permission-revoked' }));
        expect(await under.run()).toBe('failed');
        expect(opened()).toHaveLength(2);
        expect((await lastRun()).data).toMatchObject({
          outcome: 'needs-reauthorization',
          cause: 'permission-revoked',
          nextDueAt: null,
        });
        expect((await under.types()).figures).toContain('ContentDiscovered');
      });

      it('a token that only has to be refreshed is refreshed, and the access goes on', async () => {
        await under.connect();
        under.connector.renewed = ({ accessToken }) =>
          accessToken === 'access-1' && opened().length === 2 ? aGrant('access-2') : null;
        let refused = 0;
        refusedPart(() => {
          refused += 1;
          if (refused === 1) trouble({ outcome: 'refresh-token' })();
        });
        expect(await under.run()).toBe('completed');
        expect(opened()).toEqual(['open with access-1', 'open with access-1', 'open with access-2']);
      });

      it.each([
        ['the account is named as before', () => undefined],
        ['the platform is down just then', trouble({ outcome: 'platform-down' })],
        ['there is some other trouble', trouble({ outcome: 'unexpected', reportId: 'r' })],
      ])('nothing but that part is missing where %s, and it is asked once', async (_name, naming) => {
        await under.connect();
        refusedPart(naming);
        expect(await under.run()).toBe('completed');
        expect(opened()).toHaveLength(2);
        expect((await lastRun()).data).toMatchObject({
          missing: parts.map((part) => ({ part, reason: 'refused' })),
          nextDueAt: expect.stringMatching(/^2026-01-16T08:/),
        });
      });

      it('is not asked twice where no part was refused', async () => {
        await under.connect();
        await under.run();
        expect(opened()).toHaveLength(1);
      });
    });

    it('with names and figures from the start: it is called as at connecting, and the figures say why', async () => {
      await under.connect();
      const lost = aLoss();
      under.connector.profile = () => ({
        username: lost,
        displayName: lost,
        avatarUrl: lost,
        profileUrl: lost,
        email: lost,
        figures: { followers: lost },
      });
      expect(await under.run()).toBe('completed');
      const unexpected = { is: 'unexpected', reportId: 'report-7' };
      expect(dataOf(await under.figures(), 'ProfileCaptured')).toMatchObject([
        {
          profile: {
            username: 'atelier.amelie',
            displayName: 'Amélie Rousseau',
            avatarUrl: null,
            profileUrl: null,
            email: unexpected,
            figures: { followers: unexpected },
          },
        },
      ]);
    });

    it('records nothing new as long as it is without the same', async () => {
      await under.connect();
      for (const reportId of ['report-1', 'report-2', 'report-3']) {
        under.connector.audience = () => noAudience({ ...aLoss(), reportId });
        await runTomorrow();
      }
      expect(dataOf(await under.figures(), 'AudienceCaptured')).toHaveLength(1);
      const missing = dataOf(await under.runs(), 'RefreshCompleted') as { missing: { inARow: number }[] }[];
      expect(missing.map((run) => run.missing.map(({ inARow }) => inARow))).toEqual([
        [1, 1, 1, 1],
        [2, 2, 2, 2],
        [3, 3, 3, 3],
      ]);
      under.connector.audience = () => anAudience();
      await runTomorrow();
      expect((await lastRun()).data).toMatchObject({ missing: [] });
      expect(dataOf(await under.figures(), 'AudienceCaptured')).toHaveLength(2);
    });

    it('with some of the content: what was read is kept, and the missing is named', async () => {
      await under.connect();
      const lost = aLoss('platform-down');
      under.connector.content = [
        () =>
          aBatch(
            [
              [aPost('p2'), { ...likes(20), reach: lost }],
              [
                { ...aPost('p1'), title: lost },
                { ...likes(10), reach: lost },
              ],
              [{ ...aPost('p0'), publishedAt: lost }, likes(1)],
            ],
            { missing: [{ part: 'stories', loss: lost }] },
          ),
        () => aBatch([], { missing: [{ part: 'posts', loss: lost }] }),
      ];
      expect(await under.run()).toBe('completed');
      const why = { section: 'content', reason: 'platform-down', reportId: 'report-7', inARow: 1 };
      expect((await lastRun()).data).toMatchObject({
        missing: [
          { ...why, part: 'stories' },
          { ...why, part: 'posts' },
          { ...why, part: 'title', posts: 1 },
          { ...why, part: 'publishedAt', posts: 1 },
          { ...why, part: 'reach', posts: 2 },
        ],
      });
      expect(dataOf(await under.figures(), 'ContentDiscovered')).toMatchObject([
        { items: [aPost('p2'), aPost('p1', { title: '' })] },
      ]);
    });

    it('that passes: tries again soon; that does not: tomorrow', async () => {
      await under.connect();
      under.connector.audience = () => noAudience(aLoss('unexpected'));
      await under.run();
      const due = async () => Date.parse((await lastRun()).data.nextDueAt ?? '') - kernel.clock.now().getTime();
      expect(await due()).toBeGreaterThan(day - 46 * minute);
      under.connector.audience = () => noAudience(aLoss('platform-down'));
      await runTomorrow();
      expect(await due()).toBe(5 * minute);
      kernel.clock.advance(5 * minute);
      const until = new Date(kernel.clock.now().getTime() + 42 * minute);
      under.connector.audience = () => noAudience(aLoss('rate-limited', until));
      await under.run();
      expect(await due()).toBe(42 * minute);
    });

    it('tries again after growing pauses, and is a day apart again as soon as it went well', async () => {
      await under.connect();
      const { naming } = under.connector;
      under.connector.naming = trouble({ outcome: 'platform-down' });
      for (const pause of [5, 10, 20]) {
        expect(await under.run()).toBe('failed');
        kernel.clock.advance(pause * minute - 1);
        expect(await under.run()).toBe('not-due');
        kernel.clock.advance(1);
      }
      under.connector.naming = naming;
      expect(await under.run()).toBe('completed');
      kernel.clock.advance(day - 45 * minute);
      expect(await under.run()).toBe('not-due');
      kernel.clock.advance(45 * minute);
      expect(await under.run()).toBe('completed');
    });
  });

  it('is given back when the log is away: that is no trouble of the account, and the next one goes on at once', async () => {
    await under.connect();
    const append = kernel.log.append.bind(kernel.log);
    let away = true;
    jest.spyOn(kernel.log, 'append').mockImplementation((request) => {
      if (!away || !request.stream.startsWith('figures-')) return append(request);
      away = false;
      return Promise.reject(new LogUnavailable('away', true));
    });
    await expect(under.run()).rejects.toThrow('away');
    expect(await under.run()).toBe('completed');
    expect((await under.types()).runs).toEqual([
      'RefreshStarted',
      'RefreshGivenBack',
      'RefreshStarted',
      'RefreshCompleted',
    ]);
  });

  describe('access', () => {
    it('is refreshed when the platform demands it, and nothing is recorded twice, however late the read models are', async () => {
      under = new RefreshesUnderTest({ ...kernel, readModels: new LaggingReadModels(kernel) }, vault);
      await under.connect();
      under.connector.renewed = ({ accessToken, accessExpiresAt }) =>
        accessToken === 'access-1' && accessExpiresAt !== null ? aGrant('access-2') : null;
      under.connector.naming = ({ accessToken }) => {
        if (accessToken === 'access-1') trouble({ outcome: 'refresh-token' })();
      };
      const used: string[] = [];
      under.connector.content = [
        ...under.connector.content,
        ({ accessToken }): ContentBatch => {
          used.push(accessToken);
          return aBatch([[aPost('p0'), likes(1)]]);
        },
      ];
      expect(await under.run()).toBe('completed');
      expect(under.connector.asked).toEqual(['open with access-1', 'open with access-2']);
      expect(used).toEqual(['access-2']);
      const figures = await under.figures();
      expect(dataOf(figures, 'ContentDiscovered')).toMatchObject([
        { items: [aPost('p2'), aPost('p1', { type: 'story' }), aPost('p0')] },
      ]);
      expect(dataOf(figures, 'ContentMetricsCaptured')).toHaveLength(1);
    });

    it('that is not there needs the creator', async () => {
      await under.connect();
      await vault.grants.remove(accountId);
      expect(await under.run()).toBe('failed');
      expect((await lastRun()).data).toMatchObject({ outcome: 'needs-reauthorization', cause: 'no-longer-valid' });
    });
  });

  describe('who runs', () => {
    it('two at the same time: one', async () => {
      await under.connect();
      const other = new RefreshesUnderTest(kernel, vault);
      expect((await Promise.all([under.run(), other.run(), under.run()])).sort()).toEqual([
        'completed',
        'not-due',
        'not-due',
      ]);
      expect((await under.types()).runs).toEqual(['RefreshStarted', 'RefreshCompleted']);
    });

    it('no run, for an account that is unknown, disconnected or of a platform that is not set up', async () => {
      expect(await under.run()).toBe('not-watched');
      await under.connect({ type: 'SocialAccountConnected', data: { accountId, invitationId, platform: 'youtube' } });
      expect(await under.run()).toBe('not-watched');
      await under.say(accountStream, anAccountDisconnected());
      expect(await under.run()).toBe('not-watched');
      expect((await under.types()).runs).toEqual([]);
    });

    it('again at once, after a run whose process died', async () => {
      await under.connect();
      kernel.clock.advance(minute);
      await under.say(refreshStream(accountId), aRefreshStarted());
      expect(await under.run()).toBe('completed');
      expect((await under.runs())[1]?.data).toMatchObject({ because: 'due' });
    });

    it('again after a pause, when one after the other died: it may be this account that kills the process', async () => {
      await under.connect();
      await under.say(refreshStream(accountId), aRefreshStarted());
      await under.say(refreshStream(accountId), aRefreshStarted());
      kernel.clock.advance(5 * minute - 1);
      expect(await under.run()).toBe('not-due');
      kernel.clock.advance(1);
      expect(await under.run()).toBe('completed');
    });

    it('the first one, however slow it is and wherever the clock is moved meanwhile', async () => {
      await under.connect();
      const other = new RefreshesUnderTest(kernel, vault);
      const { content } = under.connector;
      under.connector.content = [
        ...content,
        async () => {
          kernel.clock.advance(2 * day);
          expect(await other.run()).toBe('not-due');
          return aBatch([[aPost('late'), likes(1)]]);
        },
      ];
      expect(await under.run()).toBe('completed');
      expect((await under.types()).runs).toEqual(['RefreshStarted', 'RefreshCompleted']);
    });

    it('the later one, when the earlier one lost its lock without knowing: nothing is recorded twice', async () => {
      await under.connect();
      const { content } = under.connector;
      under.connector.content = [
        ...content,
        async () => {
          expect(await new RefreshesUnderTest(kernel, { grants: vault.grants, locks: elsewhere.locks }).run()).toBe(
            'completed',
          );
          return aBatch([[aPost('late'), likes(1)]]);
        },
      ];
      expect(await under.run()).toBe('stopped');
      expect(await under.types()).toEqual({
        runs: ['RefreshStarted', 'RefreshStarted', 'RefreshCompleted'],
        figures: ['ProfileCaptured', 'AudienceCaptured', 'ContentDiscovered', 'ContentMetricsCaptured'],
      });
    });

    it('looks again at what is known when another run wrote figures meanwhile', async () => {
      await under.connect();
      const first = under.connector.content[0]!;
      under.connector.content = [
        async (grant) => {
          await under.say(figuresStream(accountId), aDiscovery(aPost('p2')));
          return first(grant);
        },
      ];
      expect(await under.run()).toBe('completed');
      const discovered = dataOf(await under.figures(), 'ContentDiscovered') as { items: unknown[] }[];
      expect(discovered.map(({ items }) => items)).toEqual([[aPost('p2')], [aPost('p1', { type: 'story' })]]);
    });
  });

  describe('leaves off', () => {
    const meanwhile = async (fact: Fact) => {
      await under.connect();
      under.connector.audience = async () => {
        await under.say(accountStream, fact);
        return anAudience();
      };
    };

    it('when the account is disconnected meanwhile', async () => {
      await meanwhile(anAccountDisconnected());
      expect(await under.run()).toBe('stopped');
      expect(await under.types()).toEqual({ runs: ['RefreshStarted'], figures: ['ProfileCaptured'] });
    });

    it('when it is connected again meanwhile, and the next run starts at once', async () => {
      await meanwhile(anAccountReconnected());
      kernel.clock.advance(minute);
      const later = under.connector.audience;
      under.connector.audience = (grant) => {
        kernel.clock.advance(minute);
        return later(grant);
      };
      expect(await under.run()).toBe('stopped');
      under.connector.audience = () => anAudience();
      expect(await under.run()).toBe('completed');
      expect((await under.types()).runs).toEqual(['RefreshStarted', 'RefreshStarted', 'RefreshCompleted']);
    });

    it('when the process ends', async () => {
      await under.connect();
      const ending = new AbortController();
      under.connector.audience = () => {
        ending.abort();
        return anAudience();
      };
      expect(await under.run(ending.signal)).toBe('stopped');
      expect(await under.types()).toEqual({
        runs: ['RefreshStarted', 'RefreshGivenBack'],
        figures: ['ProfileCaptured'],
      });
    });

    it('when the lock of the account is lost', async () => {
      const slept = testVault({ leaseMs: 60 });
      try {
        const run = new RefreshesUnderTest(kernel, slept);
        await run.connect();
        run.connector.audience = async () => {
          slept.loseLeases();
          // Its platform answers after the next heartbeat.
          await eventually(() => expect(run.lockIsLost).toBe(true));
          return anAudience();
        };
        expect(await run.run()).toBe('stopped');
        expect(await run.types()).toEqual({
          runs: ['RefreshStarted', 'RefreshGivenBack'],
          figures: ['ProfileCaptured'],
        });
      } finally {
        slept.remove();
      }
    });

    it('when the process ends and the platform keeps it waiting; another process goes on at once', async () => {
      await under.connect();
      const ending = new AbortController();
      let answer: () => void = () => undefined;
      under.connector.profile = () =>
        new Promise((resolve) => {
          answer = () => resolve(aProfile());
          ending.abort();
        });
      expect(await under.run(ending.signal)).toBe('stopped');
      expect(await new RefreshesUnderTest(kernel, vault).run()).toBe('completed');
      answer();
      await kernel.settled();
      expect((await under.types()).runs).toEqual([
        'RefreshStarted',
        'RefreshGivenBack',
        'RefreshStarted',
        'RefreshCompleted',
      ]);
    });
  });

  it('says so when it fails by itself, and names the log line', async () => {
    await under.connect();
    under.connector.profile = () => {
      throw new TypeError('a bug');
    };
    expect(await under.run()).toBe('failed');
    const [started] = await under.runs();
    expect((await lastRun()).data).toMatchObject({
      outcome: 'unexpected',
      cause: (started?.data as { refreshId: string }).refreshId,
    });
  });
});
