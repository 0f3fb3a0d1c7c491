import type { AccountContent, ContentCard, ContentType } from '@linkage/contracts';
import type { Fact, FactContext } from '@linkage/event-sourcing';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import {
  accountId,
  aDiscovery,
  anAccountConnected,
  anAudienceCaptured,
  aPost,
  aProfileCaptured,
  aRefreshCompleted,
  aRefreshStarted,
  invitationId,
  metricsCaptured,
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

describe('analytics, over HTTP on real stores', () => {
  let kernel: TestKernel;
  let under: AnalyticsUnderTest;

  beforeEach(async () => {
    kernel = testKernel({ facts: {} });
    under = await analyticsUnderTest(kernel);
  });
  afterEach(async () => {
    await under.close();
    await kernel.close();
  });

  const say = async (...facts: Fact[]) => {
    for (const fact of facts) {
      const stream = fact.type.startsWith('Social')
        ? 'account-x'
        : `${fact.type.startsWith('Refresh') ? 'refresh' : 'figures'}-${accountId}`;
      await kernel.log.append({ stream, facts: [fact], expected: 'any', context });
    }
    await kernel.settled();
  };
  const content = async (query = ''): Promise<AccountContent> =>
    (await under.get(`${account}/content${query}`)).body as AccountContent;
  const ids = ({ items }: { items: ContentCard[] }) => items.map(({ contentId }) => contentId);

  it('shows the profile of an account that was just connected, with nothing but reasons', async () => {
    await say(anAccountConnected(), aRefreshStarted());
    const connectedAt = kernel.clock.now().toISOString();
    const { status, body: shown } = await under.get(account);
    expect({ status, body: shown }).toEqual({
      status: 200,
      body: {
        accountId,
        invitationId,
        creatorName: 'Amélie Rousseau',
        creatorEmail: 'amelie@rousseau.example',
        erased: null,
        platform: 'instagram',
        username: 'atelier.amelie',
        displayName: 'Amélie',
        avatarUrl: null,
        profileUrl: null,
        connectedAt,
        lastUpdatedAt: null,
        nextRefreshAt: null,
        refreshing: true,
        health: { state: 'ok' },
        missing: [],
        email: { is: 'not-yet' },
        figures: ['followers', 'posts', 'following', 'reach28d'].map((name) => ({ name, figure: { is: 'not-yet' } })),
      },
    });
    expect((await under.get(`${account}/audience`)).body).toMatchObject({
      of: 'followers',
      asOf: null,
      countries: { is: 'not-yet' },
    });
    expect(await content()).toEqual({
      items: [],
      next: null,
      total: 0,
      deleted: 0,
      types: ['reels', 'image', 'album', 'story', 'video', 'feed', 'igtv'].map((type) => ({ type, count: 0 })),
    });
  });

  it('shows figures in the order of the platform, a real zero as 0', async () => {
    await say(anAccountConnected(), aRefreshStarted(), aProfileCaptured(), anAudienceCaptured(), aRefreshCompleted());
    const { body } = await under.get(account);
    expect(body).toMatchObject({
      displayName: 'Amélie Rousseau',
      lastUpdatedAt: kernel.clock.now().toISOString(),
      nextRefreshAt: '2026-11-24T05:50:00.000Z',
      refreshing: false,
    });
    expect(body.figures).toEqual([
      { name: 'followers', figure: { is: 'value', value: 41_702 } },
      { name: 'posts', figure: { is: 'value', value: 0 } },
      { name: 'following', figure: { is: 'not-yet' } },
      { name: 'reach28d', figure: { is: 'permission-missing' } },
    ]);
    expect((await under.get(`${account}/audience`)).body.countries.value.named[0]).toEqual({
      key: 'FR',
      label: 'France',
      share: 0.5,
    });
  });

  it.each(['', '/audience', '/content'])('knows no account of another workspace: %s', async (part) => {
    await say(anAccountConnected(), aDiscovery(aPost('p1')));
    expect((await under.get(`${account}${part}`)).status).toBe(200);
    for (const answer of [
      await under.get(`${account}${part}`, stranger),
      await under.get(`/accounts/${invitationId}${part}`),
      await under.get(`/accounts/..%2Fx${part}`),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
  });

  describe('content', () => {
    const types: ContentType[] = ['reels', 'image', 'story'];
    /** 60 posts, two at each moment, one moment a day; the later the higher its number. */
    const posts = Array.from({ length: 60 }, (_, n) =>
      aPost(`p${String(n).padStart(2, '0')}`, {
        type: types[n % 3]!,
        publishedAt: new Date(Date.UTC(2026, 8, 1 + Math.floor(n / 2), 12)).toISOString(),
        expiresAt: n % 3 === 2 ? '2026-01-15T09:00:00.001Z' : null,
      }),
    );
    const newestFirst = posts.map(({ contentId }) => contentId).reverse();

    beforeEach(() =>
      say(
        anAccountConnected(),
        aDiscovery(...posts),
        metricsCaptured([{ contentId: 'p59', figures: { likes: { is: 'value', value: 7 } } }]),
      ),
    );

    it('comes newest first, page by page, each post once, ties by content id', async () => {
      const pages = [await content('?limit=25')];
      for (let next = pages[0]!.next; next !== null; next = pages.at(-1)!.next)
        pages.push(await content(`?limit=25&cursor=${encodeURIComponent(next)}`));
      expect(pages.map(({ items }) => items.length)).toEqual([25, 25, 10]);
      expect(pages.flatMap(ids)).toEqual(newestFirst);
      for (const page of pages)
        expect(page).toMatchObject({ total: 60, types: expect.arrayContaining([{ type: 'image', count: 20 }]) });
    });

    it('filters by types and dates together; the counts are of all', async () => {
      const page = await content('?type=reels,story&from=2026-09-10&to=2026-09-12');
      expect(ids(page)).toEqual(['p23', 'p21', 'p20', 'p18']);
      expect(page.types).toEqual(
        ['reels', 'image', 'album', 'story', 'video', 'feed', 'igtv'].map((type) => ({
          type,
          count: types.includes(type as ContentType) ? 20 : 0,
        })),
      );
      expect(ids(await content('?type=image&from=2026-09-29'))).toEqual(['p58']);
      expect(ids(await content('?from=2026-09-30&to=2026-09-30'))).toEqual(['p59', 'p58']);
    });

    it('ignores what it cannot understand, and refuses a cursor that is none', async () => {
      expect(ids(await content('?type=poem&from=then&to=now&limit=3'))).toEqual(newestFirst.slice(0, 3));
      expect(await under.get(`${account}/content?cursor=nonsense`)).toMatchObject({
        status: 400,
        body: { code: 'invalid-request' },
      });
    });

    it('marks a story as expired when its day is over', async () => {
      const stories = async () => (await content('?type=story&limit=1')).items[0]?.expired;
      expect(await stories()).toBe(false);
      kernel.clock.advance(1);
      expect(await stories()).toBe(true);
    });

    it('has the same figures on every card', async () => {
      const { items } = await content('?limit=2');
      expect(items.map(({ figures }) => figures.map(({ name }) => name))).toEqual(
        Array.from({ length: 2 }, () => ['likes', 'comments', 'impressions', 'reach', 'views']),
      );
      expect(items[0]?.figures[0]).toEqual({ name: 'likes', figure: { is: 'value', value: 7 } });
    });
  });
});
