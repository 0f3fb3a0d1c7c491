import { instagram } from './population';
import type { InstagramError, InstagramInsights, InstagramMediaPage, InstagramUser } from '@linkage/platforms/wire';
import type { RunningSandbox } from '../server';
import { call, day, InstagramVisitor, startForTest } from '../testing/visitor';

let running: RunningSandbox;
let visitor: InstagramVisitor;
const tokens = new Map<string, string>();
beforeAll(async () => {
  running = await startForTest();
  visitor = new InstagramVisitor(running.url);
  for (const person of [
    'atelier.amelie',
    'dhakadiary',
    'tiny.tinsmith',
    'lena.setsout',
    'empty.shelf',
    'tanaka.no.niwa',
    'darya.pechet',
    'sana.moves',
  ])
    tokens.set(person, await visitor.token(person));
});
afterAll(() => running.close());
afterEach(() => running.sandbox.clock.reset());

const get = <T>(person: string, path: string, query: Record<string, string> = {}) =>
  visitor.get<T>(tokens.get(person) ?? '', path, query);
const fields =
  'id,caption,media_type,media_product_type,permalink,timestamp,thumbnail_url,media_url,like_count,comments_count,shortcode,children{id,media_type,media_url}';
const media = async (person: string, limit = '100') =>
  (await get<InstagramMediaPage>(person, 'me/media', { fields, limit })).body.data;

describe('profile', () => {
  it('is flat, with the fields that were asked for', async () => {
    const { body, headers } = await get<InstagramUser>('atelier.amelie', 'me', {
      fields: 'id,user_id,username,name,account_type,profile_picture_url,followers_count,follows_count,media_count',
    });
    expect(body).toMatchObject({
      username: 'atelier.amelie',
      name: 'Amélie Rousseau',
      account_type: 'MEDIA_CREATOR',
      follows_count: 812,
    });
    expect(body.user_id).toMatch(/^1784\d{13}$/);
    expect(body.followers_count).toBeGreaterThanOrEqual(41_700);
    expect(body.media_count).toBeGreaterThanOrEqual(2310);
    expect(body).not.toHaveProperty('biography');
    expect(headers.get('facebook-api-version')).toBe('v26.0');
    expect(Object.keys(JSON.parse(headers.get('x-business-use-case-usage') ?? '{}'))).toEqual([body.user_id]);
  });

  it('gives the id alone when nothing was asked for', async () => {
    expect(Object.keys((await get<InstagramUser>('atelier.amelie', 'me')).body)).toEqual(['id']);
  });

  it('refuses an unknown field', async () => {
    expect((await get<InstagramError>('atelier.amelie', 'me', { fields: 'id,email' })).body.error).toMatchObject({
      code: 100,
      message: expect.stringContaining('email'),
    });
  });

  it.each([
    ['v26.0', 'v26.0'],
    ['v25.0', 'v25.0'],
    ['v12.0', 'v21.0'],
    ['v99.0', 'v21.0'],
  ])('serves version %s as %s', async (asked, served) => {
    expect(
      (
        await call(`${running.url}/instagram/graph/${asked}/me?access_token=${tokens.get('atelier.amelie')}`)
      ).headers.get('facebook-api-version'),
    ).toBe(served);
  });

  it('hides other people’s things as if they were not there', async () => {
    const { userId } = running.sandbox.world.of(instagram).get('dhakadiary') ?? {};
    expect((await get<InstagramError>('atelier.amelie', `${userId}/media`)).body.error).toMatchObject({
      code: 100,
      error_subcode: 33,
    });
  });
});

describe('media', () => {
  it('pages to the end of 5,000 posts, each once, newest first, by absolute links', async () => {
    const ids = new Set<string>();
    let last = Infinity;
    let next: string | undefined =
      `${running.url}/instagram/graph/v26.0/me/media?fields=id,timestamp&limit=100&access_token=${tokens.get('dhakadiary')}`;
    let pages = 0;
    while (next) {
      const { body }: { body: InstagramMediaPage } = await call<InstagramMediaPage>(next);
      for (const { id, timestamp } of body.data) {
        ids.add(id);
        const at = Date.parse(timestamp ?? '');
        expect(at).toBeLessThan(last);
        last = at;
      }
      next = body.paging?.next;
      if (next) expect(next.startsWith(`${running.url}/instagram/graph/v26.0/`)).toBe(true);
      pages++;
    }
    const { body } = await get<InstagramUser>('dhakadiary', 'me', { fields: 'media_count' });
    expect(ids.size).toBe(body.media_count);
    expect(ids.size).toBeGreaterThanOrEqual(5000);
    expect(pages).toBe(Math.ceil(ids.size / 100));
  });

  it('keeps a page in place when a new post comes in between', async () => {
    const first = await get<InstagramMediaPage>('dhakadiary', 'me/media', { fields: 'id', limit: '10' });
    const after = first.body.paging?.cursors?.after ?? '';
    const second = await get<InstagramMediaPage>('dhakadiary', 'me/media', { fields: 'id', limit: '10', after });
    running.sandbox.clock.advance(5 * day);
    expect(
      (await get<InstagramMediaPage>('dhakadiary', 'me/media', { fields: 'id', limit: '10', after })).body.data,
    ).toEqual(second.body.data);
    const back = await get<InstagramMediaPage>('dhakadiary', 'me/media', {
      fields: 'id',
      limit: '10',
      before: second.body.paging?.cursors?.before ?? '',
    });
    expect(back.body.data).toEqual(first.body.data);
  });

  it('has images, reels, albums and old videos, and marks them in two fields', async () => {
    const all = await media('atelier.amelie');
    const kinds = new Set(all.map((post) => `${post.media_product_type} ${post.media_type}`));
    expect([...kinds].sort()).toEqual(['FEED CAROUSEL_ALBUM', 'FEED IMAGE', 'FEED VIDEO', 'REELS VIDEO']);
    for (const post of all) {
      expect(post.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/);
      expect('thumbnail_url' in post).toBe(post.media_type === 'VIDEO');
      expect('children' in post).toBe(post.media_type === 'CAROUSEL_ALBUM');
    }
    expect(all.find((post) => post.children)?.children?.data[0]).toMatchObject({
      id: expect.any(String),
      media_type: 'IMAGE',
    });
    expect(all.some((post) => post.media_url === undefined)).toBe(true);
    expect(all.some((post) => post.caption === undefined)).toBe(true);
  });

  it('leaves out hidden like counts', async () => {
    expect(
      (await media('tanaka.no.niwa')).every(
        (post) => post.like_count === undefined && post.comments_count !== undefined,
      ),
    ).toBe(true);
  });

  it('is an empty list for an account without posts', async () => {
    expect((await get('empty.shelf', 'me/media', { fields })).body).toEqual({ data: [] });
  });

  it('keeps stories apart, for 24 hours', async () => {
    const stories = (await get<InstagramMediaPage>('sana.moves', 'me/stories', { fields })).body.data;
    expect(stories.length).toBeGreaterThan(5);
    expect(stories.every((story) => story.media_product_type === 'STORY')).toBe(true);
    const [newest] = stories;
    running.sandbox.clock.set(Date.parse(newest?.timestamp ?? '') + day - 1000);
    expect((await get<InstagramMediaPage>('sana.moves', 'me/stories')).body.data.map(({ id }) => id)).toContain(
      newest?.id,
    );
    running.sandbox.clock.advance(1000);
    expect((await get<InstagramMediaPage>('sana.moves', 'me/stories')).body.data.map(({ id }) => id)).not.toContain(
      newest?.id,
    );
    expect(
      (await get<InstagramError>('sana.moves', `${newest?.id}/insights`, { metric: 'views' })).body.error,
    ).toMatchObject({ code: 100, error_subcode: 33 });
  });

  it('grows with the clock: followers, posts and their figures', async () => {
    const look = async () =>
      (await get<InstagramUser>('dhakadiary', 'me', { fields: 'followers_count,media_count' })).body;
    const [before, [newest]] = [await look(), await media('dhakadiary', '1')];
    running.sandbox.clock.advance(day);
    const after = await look();
    expect(after.followers_count).toBeGreaterThan(before.followers_count ?? 0);
    expect(after.media_count).toBeGreaterThan(before.media_count ?? 0);
    const later = (await media('dhakadiary')).find(({ id }) => id === newest?.id);
    expect(later?.like_count).toBeGreaterThan(newest?.like_count ?? 0);
  });
});

describe('media insights', () => {
  const feed = 'views,reach,likes,comments,saved,shares,total_interactions,follows,profile_visits';
  const reels =
    'views,reach,likes,comments,saved,shares,total_interactions,ig_reels_avg_watch_time,ig_reels_video_view_total_time,reels_skip_rate';
  const one = async (person: string, product: string) =>
    (await media(person)).filter((post) => post.media_product_type === product)[3]?.id ?? '';
  const values = ({ data }: InstagramInsights) =>
    Object.fromEntries(
      data.map(({ name, values: list, total_value }) => [name, Number(list?.[0]?.value ?? total_value?.value)]),
    );

  it('gives every metric of a post, which agree with each other and with the post', async () => {
    const [post] = (await media('atelier.amelie'))
      .filter(({ media_product_type }) => media_product_type === 'FEED')
      .slice(5);
    const figures = values(
      (await get<InstagramInsights>('atelier.amelie', `${post?.id}/insights`, { metric: feed })).body,
    );
    expect(Object.keys(figures)).toEqual(feed.split(','));
    expect(figures['likes']).toBe(post?.like_count);
    expect(figures['comments']).toBe(post?.comments_count);
    expect(figures['total_interactions']).toBe(
      (figures['likes'] ?? 0) + (figures['comments'] ?? 0) + (figures['saved'] ?? 0) + (figures['shares'] ?? 0),
    );
    expect(figures['reach']).toBeLessThanOrEqual(figures['views'] ?? 0);
  });

  it('gives the watch times of a reel', async () => {
    const figures = values(
      (
        await get<InstagramInsights>('atelier.amelie', `${await one('atelier.amelie', 'REELS')}/insights`, {
          metric: reels,
        })
      ).body,
    );
    expect(figures['ig_reels_avg_watch_time']).toBeGreaterThan(1000);
    expect(figures['ig_reels_video_view_total_time']).toBeGreaterThan(figures['ig_reels_avg_watch_time'] ?? 0);
  });

  it.each([['follows'], ['profile_visits'], ['impressions'], ['plays'], ['nonsense']])(
    'fails the whole call of a reel for %s',
    async (metric) => {
      const { status, body } = await get<InstagramError>(
        'atelier.amelie',
        `${await one('atelier.amelie', 'REELS')}/insights`,
        { metric: `views,${metric}` },
      );
      expect(status).toBe(400);
      expect(body.error.code).toBe(100);
    },
  );

  it('breaks down the navigation of a story', async () => {
    const [story] = (await get<InstagramMediaPage>('sana.moves', 'me/stories')).body.data.slice(-1);
    const { body } = await get<InstagramInsights>('sana.moves', `${story?.id}/insights`, {
      metric: 'views,reach,replies,navigation',
      breakdown: 'story_navigation_action_type',
    });
    const navigation = body.data.find(({ name }) => name === 'navigation')?.total_value;
    expect(navigation?.breakdowns?.[0]?.dimension_keys).toEqual(['story_navigation_action_type']);
    expect(navigation?.breakdowns?.[0]?.results?.map(({ dimension_values }) => dimension_values[0])).toEqual([
      'tap_forward',
      'tap_back',
      'tap_exit',
      'swipe_forward',
    ]);
  });

  it('says of a story with hardly a view that it cannot say', async () => {
    const { stories } = running.sandbox.world.of(instagram).get('tiny.tinsmith') ?? {};
    const [story] = stories?.live(running.sandbox.clock.now() + 2 * day) ?? [];
    running.sandbox.clock.set((story?.publishedAt ?? 0) + 60_000);
    expect(
      (await get<InstagramError>('tiny.tinsmith', `${story?.id}/insights`, { metric: 'views' })).body.error,
    ).toMatchObject({ code: 10, message: expect.stringContaining('Not enough viewers') });
  });

  it('has nothing to say yet about a post of this minute', async () => {
    const { feed: posts } = running.sandbox.world.of(instagram).get('dhakadiary') ?? {};
    const next = posts?.post(posts.count(running.sandbox.clock.now()));
    running.sandbox.clock.set((next?.publishedAt ?? 0) + 1000);
    expect((await get('dhakadiary', `${next?.id}/insights`, { metric: 'views,reach' })).body).toEqual({ data: [] });
  });

  it('has no figures from before the account became professional', async () => {
    const { feed: posts } = running.sandbox.world.of(instagram).get('darya.pechet') ?? {};
    expect(
      (await get<InstagramError>('darya.pechet', `${posts?.post(3).id}/insights`, { metric: 'views' })).body.error,
    ).toMatchObject({ code: 100, error_subcode: 2108006 });
    expect((await get('darya.pechet', `${posts?.post(630).id}/insights`, { metric: 'views' })).status).toBe(200);
  });

  it('needs the permission; the posts do not', async () => {
    const token = await visitor.token('kwameshoots', []);
    const list = await visitor.get<InstagramMediaPage>(token, 'me/media', { fields: 'id' });
    expect(list.status).toBe(200);
    expect(
      (await visitor.get<InstagramError>(token, `${list.body.data[0]?.id}/insights`, { metric: 'views' })).body.error,
    ).toMatchObject({ code: 10 });
    expect(
      (await visitor.get<InstagramError>(token, 'me/insights', { metric: 'reach', period: 'day' })).body.error,
    ).toMatchObject({ code: 10 });
  });
});
