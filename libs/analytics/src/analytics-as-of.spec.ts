import type { AccountContent, AccountDifferences } from '@linkage/contracts';
import type { Fact, FactContext } from '@linkage/event-sourcing';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import {
  accountId,
  aDiscovery,
  anAccessLost,
  anAccountConnected,
  anAudience,
  anAudienceCaptured,
  aPost,
  aProfile,
  aProfileCaptured,
  aRefreshCompleted,
  aRefreshStarted,
  workspaceId,
} from './account/account.fixtures';
import { analyticsUnderTest, ingrid, type AnalyticsUnderTest } from './analytics.harness';

const context: FactContext = {
  workspaceId,
  actor: { kind: 'system', id: 'spec' },
  correlationId: '01936000-0000-7000-8000-00000000c0c0',
  causationId: null,
};
const stranger = { ...ingrid, workspaceId: '01936000-0000-7000-8000-0000000000ee' };
const account = `/accounts/${accountId}`;
const hour = 3_600_000;

describe('analytics as of a moment, over HTTP on real stores', () => {
  let kernel: TestKernel;
  let under: AnalyticsUnderTest;

  const say = async (...facts: Fact[]) => {
    for (const fact of facts) {
      const stream = fact.type.startsWith('Social')
        ? 'account-x'
        : `${fact.type.startsWith('Refresh') ? 'refresh' : 'figures'}-${accountId}`;
      await kernel.log.append({ stream, facts: [fact], expected: 'any', context });
    }
  };
  const at = (hours: number): string => new Date(Date.parse('2026-01-15T09:00:00.000Z') + hours * hour).toISOString();
  const followers = (value: number) => aProfileCaptured(aProfile({ figures: { followers: { is: 'value', value } } }));
  const story = aPost('story', { type: 'story', publishedAt: at(0), expiresAt: at(2) });

  /** 9: connected, refreshing. 10: the first figures. 11: more figures, a new post. 12: access lost. It is 13. */
  beforeEach(async () => {
    kernel = testKernel({ facts: {} });
    under = await analyticsUnderTest(kernel);
    await say(anAccountConnected(), aRefreshStarted());
    kernel.clock.advance(hour);
    await say(followers(100), anAudienceCaptured(), aDiscovery(story, aPost('p1')), aRefreshCompleted());
    kernel.clock.advance(hour);
    await say(
      followers(150),
      anAudienceCaptured(anAudience({ countries: { is: 'value', value: [{ key: 'FR', share: 0.75 }] } })),
      aDiscovery(aPost('p2')),
      aRefreshCompleted(),
    );
    kernel.clock.advance(hour);
    await say(anAccessLost());
    kernel.clock.advance(hour);
    await kernel.settled();
  });
  afterEach(async () => {
    await under.close();
    await kernel.close();
  });
  const get = async (path: string, asOf: string) => (await under.get(`${path}?asOf=${asOf}`)).body;

  it('shows the profile as it was: refreshing, with figures, in trouble', async () => {
    expect(await get(account, at(0.5))).toMatchObject({
      refreshing: true,
      lastUpdatedAt: null,
      health: { state: 'ok' },
    });
    expect(await get(account, at(1.5))).toMatchObject({
      refreshing: false,
      lastUpdatedAt: at(1),
      figures: [{ figure: { value: 100 } }, {}, {}, {}],
      health: { state: 'ok' },
    });
    expect(await get(account, at(3))).toEqual((await under.get(account)).body);
  });

  it('shows the audience and the content as they were', async () => {
    expect(await get(`${account}/audience`, at(0.5))).toMatchObject({ asOf: null, countries: { is: 'not-yet' } });
    expect((await get(`${account}/audience`, at(1))).countries.value.named).toMatchObject([
      { label: 'France', share: 0.5 },
      { label: 'Belgium' },
    ]);
    const content = async (asOf: string): Promise<AccountContent> => get(`${account}/content`, asOf);
    expect(await content(at(1.5))).toMatchObject({
      total: 2,
      items: [{ contentId: 'p1' }, { contentId: 'story', expired: false }],
    });
    expect((await content(at(2.5))).items).toMatchObject([
      { contentId: 'p2' },
      { contentId: 'p1' },
      { contentId: 'story', expired: true },
    ]);
  });

  it.each(['', '/audience', '/content'])(
    'knows no account before it was connected, nor one of another workspace: %s',
    async (part) => {
      expect(await under.get(`${account}${part}?asOf=${at(-1)}`)).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      });
      expect(await under.get(`${account}${part}?asOf=${at(1)}`, stranger)).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      });
    },
  );

  describe('differences', () => {
    const differences = (query: string, as = ingrid) => under.get(`${account}/differences?${query}`, as);

    it('of two moments', async () => {
      const { body } = (await differences(`from=${at(1)}&to=${at(2.5)}`)) as { body: AccountDifferences };
      expect(body).toMatchObject({
        from: at(1),
        to: at(2.5),
        connectedThen: true,
        health: { then: { state: 'ok' }, now: { state: 'ok' } },
        lastUpdatedAt: { then: at(1), now: at(2) },
      });
      expect(body.figures[0]).toEqual({
        name: 'followers',
        then: { is: 'value', value: 100 },
        now: { is: 'value', value: 150 },
        change: 50,
      });
      expect(body.audience[0]?.shares[0]).toEqual({ key: 'FR', label: 'France', then: 0.5, now: 0.75, change: 0.25 });
      expect(body.posts).toMatchObject({
        appeared: { count: 1, items: [{ contentId: 'p2' }] },
        vanished: { count: 1, items: [{ contentId: 'story' }] },
      });
    });

    it('of two moments as a file', async () => {
      const { status, headers, text } = await under.get(
        `${account}/differences/export?from=${at(1)}&to=${at(2.5)}&bom=1`,
      );
      expect([status, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        'text/csv; charset=utf-8',
        'no-store',
      ]);
      expect(headers['content-disposition']).toMatch(
        /^attachment; filename="comparison-[\w-]+-2026-01-15-2026-01-1\d\.csv"; filename\*=UTF-8''comparison-[\w-]+\.csv$/,
      );
      expect(text.startsWith('\uFEFFpart,name,then,now,change\r\n')).toBe(true);
      for (const line of [
        `moments,moment,${at(1)},${at(2.5)},`,
        'profile,followers,100,150,50',
        'audience countries,France,0.5,0.75,0.25',
      ])
        expect(text).toContain(`\r\n${line}\r\n`);
    });

    it('until now, when no second moment is given', async () => {
      expect((await differences(`from=${at(1)}`)).body).toMatchObject({
        to: at(4),
        health: { then: { state: 'ok' }, now: { state: 'action-needed', cause: 'password-changed' } },
      });
    });

    it('from the first figures on, when no first moment is given, and from a week before where there are older ones', async () => {
      expect((await differences('')).body).toMatchObject({ from: at(1), to: at(4), lastUpdatedAt: { then: at(1) } });
      kernel.clock.advance(30 * 24 * hour);
      expect((await differences('')).body).toMatchObject({ from: at(4 + 23 * 24), to: at(4 + 30 * 24) });
      expect((await differences(`to=${at(2)}`)).body).toMatchObject({ from: at(1), to: at(2) });
      expect((await differences(`to=${at(0.5)}`)).body).toMatchObject({ from: at(0.5), to: at(0.5) });
    });

    it('from before it was connected', async () => {
      expect((await differences(`from=${at(-5)}`)).body).toMatchObject({
        connectedThen: false,
        figures: [{ then: { is: 'not-yet' } }, {}, {}, {}],
        posts: { total: { then: 0, now: 2 } },
      });
    });

    it.each([
      [`from=${at(2)}&to=${at(1)}`, 'from'],
      [`from=${at(1)}&to=${at(9)}`, 'to'],
      ['from=then', 'from'],
      [`from=${at(1)}&to=`, 'to'],
      [`from=${at(1)}&asOf=${at(2)}`, 'asOf'],
    ])('are refused by name for %j', async (query, field) => {
      expect(await differences(query)).toMatchObject({
        status: 400,
        body: { code: 'invalid-request', errors: [{ field }] },
      });
      expect(await under.get(`${account}/differences/export?${query}`)).toMatchObject({
        status: 400,
        body: { code: 'invalid-request', errors: [{ field }] },
      });
    });

    it('are not told of an account of another workspace, or of one that was not there at the later moment', async () => {
      expect(await differences(`from=${at(1)}`, stranger)).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect(await differences(`from=${at(-5)}&to=${at(-1)}`)).toMatchObject({ status: 404 });
      expect(await under.get(`${account}/differences/export?from=${at(1)}`, stranger)).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      });
    });
  });
});
