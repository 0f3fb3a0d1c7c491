import type { InstagramError, InstagramInsights } from '@linkage/platforms/wire';
import type { RunningSandbox } from '../server';
import { day, InstagramVisitor, startForTest, testNow } from '../testing/visitor';

let running: RunningSandbox;
let visitor: InstagramVisitor;
const tokens = new Map<string, string>();
beforeAll(async () => {
  running = await startForTest();
  visitor = new InstagramVisitor(running.url);
  for (const person of ['atelier.amelie', 'tiny.tinsmith', 'lena.setsout'])
    tokens.set(person, await visitor.token(person));
});
afterAll(() => running.close());
afterEach(() => running.sandbox.clock.reset());

const insights = <T = InstagramInsights>(person: string, query: Record<string, string>) =>
  visitor.get<T>(tokens.get(person) ?? '', 'me/insights', query);
const seconds = (at: number): string => String(Math.floor(at / 1000));
const window = (days: number) => ({
  since: seconds(testNow.getTime() - days * day),
  until: seconds(testNow.getTime()),
});

describe('account metrics', () => {
  it('sums up a window of 28 days, with fewer people than views', async () => {
    const { body } = await insights('atelier.amelie', {
      metric: 'reach,views,accounts_engaged,total_interactions,likes,comments,shares,saves,replies',
      period: 'day',
      metric_type: 'total_value',
      ...window(28),
    });
    const figures = Object.fromEntries(body.data.map(({ name, total_value }) => [name, total_value?.value ?? -1]));
    expect(figures['views']).toBeGreaterThan(figures['reach'] ?? 0);
    expect(figures['reach']).toBeGreaterThan(1000);
    expect(figures['total_interactions']).toBe(
      ['likes', 'comments', 'shares', 'saves', 'replies'].reduce((sum, name) => sum + (figures[name] ?? 0), 0),
    );
  });

  it('gives reach as a series of days', async () => {
    const { body } = await insights('atelier.amelie', {
      metric: 'reach',
      period: 'day',
      metric_type: 'time_series',
      ...window(7),
    });
    expect(body.data[0]?.values).toHaveLength(7);
    expect(body.data[0]?.values?.[0]).toEqual({
      value: expect.any(Number),
      end_time: expect.stringMatching(/\+0000$/),
    });
  });

  it('breaks a metric into parts that add up', async () => {
    const { body } = await insights('atelier.amelie', {
      metric: 'views',
      period: 'day',
      metric_type: 'total_value',
      breakdown: 'media_product_type',
      ...window(28),
    });
    const { value, breakdowns } = body.data[0]?.total_value ?? {};
    expect(breakdowns?.[0]?.results?.reduce((sum, part) => sum + part.value, 0)).toBe(value);
  });

  it.each<[string, Record<string, string>]>([
    ['views without total_value', { metric: 'views', period: 'day' }],
    ['a window of 31 days', { metric: 'reach', period: 'day', metric_type: 'total_value', ...window(31) }],
    ['follows without its breakdown', { metric: 'follows_and_unfollows', period: 'day', metric_type: 'total_value' }],
    ['no period', { metric: 'reach' }],
    ['a removed metric', { metric: 'reach,impressions', period: 'day' }],
    ['no metric', { period: 'day' }],
    [
      'a breakdown that does not fit',
      { metric: 'likes', period: 'day', metric_type: 'total_value', breakdown: 'follow_type' },
    ],
  ])('refuses %s', async (_what, query) => {
    expect((await insights<InstagramError>('atelier.amelie', query)).body.error.code).toBe(100);
  });

  it('counts new followers, from 100 followers on', async () => {
    expect(
      (await insights('atelier.amelie', { metric: 'follower_count', period: 'day', ...window(3) })).body.data[0]
        ?.values,
    ).toHaveLength(3);
    expect((await insights('tiny.tinsmith', { metric: 'follower_count', period: 'day', ...window(3) })).status).toBe(
      400,
    );
  });
});

describe('demographics', () => {
  const demographics = (person: string, breakdown: string) =>
    insights(person, {
      metric: 'follower_demographics',
      period: 'lifetime',
      metric_type: 'total_value',
      timeframe: 'this_month',
      breakdown,
    });
  const results = async (breakdown: string) => {
    const { body } = await demographics('atelier.amelie', breakdown);
    return (body.data[0]?.total_value?.breakdowns?.[0]?.results ?? []).map(
      ({ dimension_values, value }) => [dimension_values.join('|'), value] as const,
    );
  };
  const sum = (list: readonly (readonly [string, number])[]): number =>
    list.reduce((total, [, value]) => total + value, 0);

  it('adds up: genders to all followers, the unknown included; of ages, countries and cities some are missing', async () => {
    const followers = (
      await visitor.get<{ followers_count: number }>(tokens.get('atelier.amelie') ?? '', 'me', {
        fields: 'followers_count',
      })
    ).body.followers_count;
    const [genders, ages, countries, cities] = [
      await results('gender'),
      await results('age'),
      await results('country'),
      await results('city'),
    ];
    expect(genders.map(([key]) => key)).toEqual(['F', 'M', 'U']);
    expect(sum(genders)).toBe(followers);
    expect(ages.map(([key]) => key)).toEqual(['13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+']);
    for (const list of [ages, countries, cities]) {
      expect(sum(list)).toBeLessThan(followers);
      expect(sum(list)).toBeGreaterThan(followers * 0.4);
    }
    expect(countries).toHaveLength(45);
    expect(countries[0]?.[0]).toBe('FR');
    expect(cities[0]?.[0]).toBe('Lyon, Auvergne-Rhône-Alpes');
    expect(sum(await results('age,gender'))).toBe(sum(ages));
  });

  it('has none below 100 followers: one account gets an empty list, another a refusal', async () => {
    expect(await demographics('lena.setsout', 'age')).toMatchObject({ status: 200, body: { data: [] } });
    expect(await demographics('tiny.tinsmith', 'age')).toMatchObject({
      status: 400,
      body: { error: { error_subcode: 2874010 } },
    });
  });

  it('comes when the hundredth follower has come', async () => {
    running.sandbox.clock.advance(60 * day);
    tokens.set('lena.setsout', await visitor.token('lena.setsout'));
    expect((await demographics('lena.setsout', 'age')).body.data).toHaveLength(1);
  });

  it.each([
    [{ breakdown: 'shoe_size' }],
    [{ breakdown: '' }],
    [{ breakdown: 'age', metric_type: '' }],
    [{ breakdown: 'age', timeframe: 'last_90_days' }],
  ])('refuses %o', async (changes) => {
    const query = { metric: 'follower_demographics', period: 'lifetime', metric_type: 'total_value', ...changes };
    expect(
      (await insights<InstagramError>('atelier.amelie', query as unknown as Record<string, string>)).body.error.code,
    ).toBe(100);
  });
});
