import type { GoogleError, YoutubeReport } from '@linkage/platforms/wire';
import type { RunningSandbox } from '../server';
import { startForTest, YoutubeVisitor, youtubeScopes } from '../testing/visitor';

let running: RunningSandbox;
let visitor: YoutubeVisitor;
const tokens = new Map<string, string>();
beforeAll(async () => {
  running = await startForTest();
  visitor = new YoutubeVisitor(running.url);
  for (const person of ['luciaferngarden', 'dhakadiary', 'tinyworkbench', 'blankreel', 'pat.watches'])
    tokens.set(person, (await visitor.grant(person)).access_token);
});
afterAll(() => running.close());

const report = async (person: string, query: Record<string, string>): Promise<YoutubeReport> =>
  (await visitor.report<YoutubeReport>(tokens.get(person) ?? '', query)).body;
const column = ({ columnHeaders, rows = [] }: YoutubeReport, name: string) =>
  rows.map((row) => row[columnHeaders.findIndex((header) => header.name === name)] ?? NaN);
const sum = (cells: readonly (string | number)[]): number =>
  cells.reduce<number>((total, cell) => total + Number(cell), 0);
const perVideo =
  'views,engagedViews,likes,comments,shares,estimatedMinutesWatched,averageViewDuration,averageViewPercentage,subscribersGained,subscribersLost,videosAddedToPlaylists';

it('has its columns in the order they were asked for', async () => {
  const { columnHeaders, kind } = await report('luciaferngarden', {
    metrics: 'likes,views',
    dimensions: 'day',
    sort: 'day',
  });
  expect(kind).toBe('youtubeAnalytics#resultTable');
  expect(columnHeaders).toEqual([
    { name: 'day', columnType: 'DIMENSION', dataType: 'STRING' },
    { name: 'likes', columnType: 'METRIC', dataType: 'INTEGER' },
    { name: 'views', columnType: 'METRIC', dataType: 'INTEGER' },
  ]);
});

it('gives a row per day, up to two days ago, that adds up to the total', async () => {
  const days = await report('luciaferngarden', {
    metrics: perVideo,
    dimensions: 'day',
    sort: 'day',
    startDate: '2026-11-01',
    endDate: '2026-11-24',
  });
  expect(column(days, 'day')).toEqual(
    Array.from({ length: 21 }, (_, i) => `2026-11-${String(i + 1).padStart(2, '0')}`),
  );
  const total = await report('luciaferngarden', {
    metrics: 'views,likes',
    startDate: '2026-11-01',
    endDate: '2026-11-24',
  });
  expect([sum(column(days, 'views')), sum(column(days, 'likes'))]).toEqual(total.rows?.[0]);
});

it('gives the watch time of a whole life', async () => {
  const { rows } = await report('dhakadiary', { metrics: 'estimatedMinutesWatched', startDate: '2005-01-01' });
  expect(rows).toHaveLength(1);
  expect(Number(rows?.[0]?.[0])).toBeGreaterThan(1_000_000);
});

it('gives the most watched videos, and those that were named', async () => {
  const top = await report('luciaferngarden', {
    metrics: perVideo,
    dimensions: 'video',
    sort: '-views',
    maxResults: '20',
  });
  const views = column(top, 'views').map(Number);
  expect(views).toHaveLength(20);
  expect(views).toEqual([...views].sort((a, b) => b - a));
  const ids = column(top, 'video').slice(3, 5);
  const named = await report('luciaferngarden', {
    metrics: 'views',
    dimensions: 'video',
    filters: `video==${ids.join(',')},unknown0000`,
  });
  expect(column(named, 'video').sort()).toEqual(ids.sort());
  expect(
    (
      await report('luciaferngarden', {
        metrics: 'views',
        dimensions: 'video',
        sort: '-views',
        maxResults: '5',
        startIndex: '4',
      })
    ).rows?.map(([id]) => id),
  ).toEqual(column(top, 'video').slice(3, 8));
});

it('knows kinds of content', async () => {
  const kinds = await report('luciaferngarden', { metrics: 'views', dimensions: 'creatorContentType' });
  expect(column(kinds, 'creatorContentType').sort()).toEqual(['LIVE_STREAM', 'SHORTS', 'VIDEO_ON_DEMAND']);
  const total = await report('luciaferngarden', { metrics: 'views' });
  expect(sum(column(kinds, 'views'))).toBe(total.rows?.[0]?.[0]);
  const shorts = await report('luciaferngarden', {
    metrics: 'views',
    dimensions: 'video,creatorContentType',
    sort: '-views',
    maxResults: '200',
  });
  expect(new Set(column(shorts, 'creatorContentType'))).toEqual(new Set(['LIVE_STREAM', 'SHORTS', 'VIDEO_ON_DEMAND']));
});

it('divides viewers into ages and genders that make 100 percent, the unknown included', async () => {
  const audience = await report('luciaferngarden', { metrics: 'viewerPercentage', dimensions: 'ageGroup,gender' });
  expect(sum(column(audience, 'viewerPercentage'))).toBeCloseTo(100, 6);
  expect(new Set(column(audience, 'gender'))).toEqual(new Set(['female', 'male', 'user_specified']));
  expect(column(audience, 'ageGroup')).toEqual(expect.arrayContaining(['age13-17', 'age65-']));
});

it('divides views into countries that add up, the unknown included, and into cities', async () => {
  const countries = await report('luciaferngarden', {
    metrics: 'views,estimatedMinutesWatched',
    dimensions: 'country',
    sort: '-views',
  });
  const total = await report('luciaferngarden', { metrics: 'views' });
  expect(sum(column(countries, 'views'))).toBe(total.rows?.[0]?.[0]);
  expect(column(countries, 'country')[0]).toBe('ES');
  expect(column(countries, 'country')).toContain('ZZ');
  const cities = await report('luciaferngarden', {
    metrics: 'views,estimatedMinutesWatched',
    dimensions: 'city',
    sort: '-views',
    maxResults: '250',
  });
  expect(column(cities, 'city')[0]).toBe('Madrid');
  expect(sum(column(cities, 'views'))).toBeLessThan(Number(total.rows?.[0]?.[0]));
  const spanish = await report('luciaferngarden', {
    metrics: 'views',
    dimensions: 'city',
    sort: '-views',
    maxResults: '25',
    filters: 'country==ES',
  });
  expect(spanish.rows?.length).toBe(5);
});

it.each([
  ['blankreel', 'views'],
  ['blankreel', 'estimatedMinutesWatched'],
])('has no rows where there is nothing: %s %s', async (person, metrics) => {
  expect(await report(person, { metrics })).not.toHaveProperty('rows');
});

it('keeps quiet about the few viewers of a small channel', async () => {
  expect(
    await report('tinyworkbench', { metrics: 'viewerPercentage', dimensions: 'ageGroup,gender' }),
  ).not.toHaveProperty('rows');
  expect(
    await report('tinyworkbench', { metrics: 'views', dimensions: 'video', sort: '-views', maxResults: '50' }),
  ).toHaveProperty('rows');
});

it.each<[string, Record<string, string>]>([
  ['an unknown metric', { metrics: 'reach' }],
  ['no metric', { metrics: '' }],
  ['dimensions that do not go together', { metrics: 'views', dimensions: 'ageGroup,country' }],
  ['percentages by day', { metrics: 'viewerPercentage', dimensions: 'day' }],
  ['another channel', { ids: 'channel==UCx', metrics: 'views' }],
  ['a date in another form', { metrics: 'views', startDate: '01.10.2026' }],
  ['an end before the start', { metrics: 'views', startDate: '2026-11-10', endDate: '2026-11-01' }],
  ['top videos without sort', { metrics: 'views', dimensions: 'video', maxResults: '10' }],
  ['more than 200 top videos', { metrics: 'views', dimensions: 'video', sort: '-views', maxResults: '201' }],
  ['more than 250 cities', { metrics: 'views', dimensions: 'city', sort: '-views', maxResults: '251' }],
  ['sort by a column that is not there', { metrics: 'views', dimensions: 'day', sort: '-likes' }],
  ['an unknown filter', { metrics: 'views', filters: 'province==US-CA' }],
])('refuses %s', async (_what, query) => {
  const { status, body } = await visitor.report<GoogleError>(tokens.get('luciaferngarden') ?? '', query);
  expect(status).toBe(400);
  expect(body.error.errors?.[0]?.reason).toBe('badRequest');
});

it('needs its own scope, and a channel', async () => {
  const { access_token: token } = await visitor.grant('boldandsons', youtubeScopes.slice(0, 4));
  expect(await visitor.report(token, { metrics: 'views' })).toMatchObject({
    status: 403,
    body: { error: { errors: [{ reason: 'insufficientPermissions' }] } },
  });
  expect((await visitor.report(tokens.get('pat.watches') ?? '', { metrics: 'views' })).status).toBe(403);
});
