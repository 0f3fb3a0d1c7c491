import { youtube } from './population';
import type {
  GoogleError,
  YoutubeChannel,
  YoutubeList,
  YoutubePlaylist,
  YoutubePlaylistItem,
  YoutubeVideo,
} from '@linkage/platforms/wire';
import type { RunningSandbox } from '../server';
import { day, startForTest, YoutubeVisitor, youtubeScopes } from '../testing/visitor';
import { roundedDown } from './channels';
import { isoDuration } from './videos';

let running: RunningSandbox;
let visitor: YoutubeVisitor;
const tokens = new Map<string, string>();
beforeAll(async () => {
  running = await startForTest();
  visitor = new YoutubeVisitor(running.url);
  for (const person of [
    'luciaferngarden',
    'kwamecuts',
    'dhakadiary',
    'hiddenharbour',
    'blankreel',
    'nightshift_live',
    'glitterfrog',
    'pat.watches',
    'sam.neversigned',
    'seizedsignal',
  ]) {
    tokens.set(person, (await visitor.grant(person)).access_token);
  }
});
afterAll(() => running.close());

const get = <T>(person: string, path: string, query: Record<string, string>) =>
  visitor.get<T>(tokens.get(person) ?? '', `youtube/v3/${path}`, query);
const channel = async (person: string) =>
  (
    await get<YoutubeList<YoutubeChannel>>(person, 'channels', {
      part: 'snippet,statistics,contentDetails',
      mine: 'true',
    })
  ).body.items?.[0];
const uploads = async (person: string, query: Record<string, string> = {}) => {
  const playlistId = (await channel(person))?.contentDetails?.relatedPlaylists.uploads ?? '';
  return (
    await get<YoutubeList<YoutubePlaylistItem>>(person, 'playlistItems', {
      part: 'snippet,contentDetails',
      maxResults: '50',
      playlistId,
      ...query,
    })
  ).body;
};

describe('channel', () => {
  it('prints counts as strings, subscribers rounded down', async () => {
    const found = await channel('kwamecuts');
    expect(found).toMatchObject({
      snippet: { title: 'Kwame Asante', customUrl: '@kwamecuts' },
      statistics: { subscriberCount: '1250000', hiddenSubscriberCount: false },
    });
    expect(found?.statistics?.videoCount).toMatch(/^\d+$/);
    expect(Number(found?.statistics?.viewCount)).toBeGreaterThan(1_000_000);
    expect(found?.id).toMatch(/^UC/);
    expect(found?.contentDetails?.relatedPlaylists.uploads).toBe(found?.id.replace('UC', 'UU'));
    expect(found).not.toHaveProperty('status');
  });

  it('keeps a hidden subscriber count to itself', async () => {
    const { statistics } = (await channel('hiddenharbour')) ?? {};
    expect(statistics).toMatchObject({ hiddenSubscriberCount: true });
    expect(statistics).not.toHaveProperty('subscriberCount');
  });

  it.each([
    [0, 0],
    [7, 7],
    [999, 999],
    [1234, 1230],
    [61_399, 61_300],
    [1_254_903, 1_250_000],
  ])('shows %i subscribers as %i', (count, shown) => expect(roundedDown(count)).toBe(shown));

  it('has no items for a person without a channel', async () => {
    const { status, body } = await get('pat.watches', 'channels', { part: 'id', mine: 'true' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ pageInfo: { totalResults: 0 } });
    expect(body).not.toHaveProperty('items');
  });

  it.each([
    ['sam.neversigned', 401, 'youtubeSignupRequired'],
    ['seizedsignal', 403, 'authenticatedUserAccountSuspended'],
  ])('refuses %s with %i %s', async (person, status, reason) => {
    expect(await get(person, 'channels', { part: 'id', mine: 'true' })).toMatchObject({
      status,
      body: { error: { code: status, errors: [{ reason }] } },
    });
  });

  it('needs its scope', async () => {
    const { access_token: token } = await visitor.grant('boldandsons', youtubeScopes.slice(0, 3));
    const { status, body } = await visitor.get<GoogleError>(token, 'youtube/v3/channels', { part: 'id', mine: 'true' });
    expect(status).toBe(403);
    expect(body.error).toMatchObject({
      errors: [{ reason: 'insufficientPermissions' }],
      details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }],
    });
  });

  it.each<[Record<string, string>]>([[{ mine: 'true' }], [{ part: 'id,everything', mine: 'true' }], [{ part: 'id' }]])(
    'refuses %o',
    async (query) => {
      expect((await get('kwamecuts', 'channels', query)).status).toBe(400);
    },
  );
});

describe('uploads', () => {
  it('page to the end of 5,000 videos, each once, newest first', async () => {
    const ids = new Set<string>();
    let last = Infinity;
    let pageToken: string | undefined;
    do {
      const body: YoutubeList<YoutubePlaylistItem> = await uploads('dhakadiary', pageToken ? { pageToken } : {});
      for (const { contentDetails } of body.items ?? []) {
        ids.add(contentDetails?.videoId ?? '');
        const at = Date.parse(contentDetails?.videoPublishedAt ?? '');
        expect(at).toBeLessThan(last);
        last = at;
      }
      pageToken = body.nextPageToken;
    } while (pageToken);
    expect(ids.size).toBe(Number((await channel('dhakadiary'))?.statistics?.videoCount));
    expect(ids.size).toBeGreaterThanOrEqual(5000);
  }, 60_000);

  it('are not there for a channel without a video', async () => {
    expect(await uploads('blankreel')).toMatchObject({
      error: { code: 404, errors: [{ reason: 'playlistNotFound' }] },
    });
  });

  it('refuse an invented page token', async () => {
    expect(await uploads('dhakadiary', { pageToken: 'abc' })).toMatchObject({
      error: { errors: [{ reason: 'invalidPageToken' }] },
    });
  });
});

describe('videos', () => {
  const videos = async (person: string) => {
    const ids = ((await uploads(person)).items ?? []).map(({ contentDetails }) => contentDetails?.videoId).join(',');
    return (
      (
        await get<YoutubeList<YoutubeVideo>>(person, 'videos', {
          part: 'snippet,contentDetails,statistics,status,liveStreamingDetails',
          id: ids,
        })
      ).body.items ?? []
    );
  };

  it('are Shorts, videos and streams, with counts as strings', async () => {
    const all = [...(await videos('luciaferngarden')), ...(await videos('nightshift_live'))];
    expect(all).toHaveLength(100);
    for (const video of all) {
      expect(video.contentDetails?.duration).toMatch(/^(PT(\d+H)?(\d+M)?(\d+S)?|P0D)$/);
      expect(video.statistics?.viewCount).toMatch(/^\d+$/);
      expect(video.snippet?.thumbnails.high?.url.startsWith(`${running.url}/pictures/`)).toBe(true);
    }
    expect(all.some((video) => video.liveStreamingDetails?.actualEndTime)).toBe(true);
    expect(all.some((video) => video.liveStreamingDetails === undefined)).toBe(true);
    expect(all.some((video) => video.statistics?.commentCount === undefined)).toBe(true);
    expect((await videos('glitterfrog')).every((video) => video.statistics?.likeCount === undefined)).toBe(true);
  });

  it('include a stream that is going on', async () => {
    const { feed } = running.sandbox.world.of(youtube).get('nightshift_live') ?? {};
    const now = running.sandbox.clock.now();
    const stream = [...(feed?.until(now + 3 * day) ?? [])].filter(
      ({ kind, publishedAt }) => kind === 'stream' && publishedAt > now,
    )[0];
    running.sandbox.clock.set((stream?.publishedAt ?? 0) + 600_000);
    tokens.set('nightshift_live', (await visitor.grant('nightshift_live')).access_token);
    const { body } = await get<YoutubeList<YoutubeVideo>>('nightshift_live', 'videos', {
      part: 'snippet,contentDetails,liveStreamingDetails',
      id: stream?.id ?? '',
    });
    expect(body.items?.[0]).toMatchObject({
      snippet: { liveBroadcastContent: 'live' },
      contentDetails: { duration: 'P0D' },
      liveStreamingDetails: { concurrentViewers: expect.any(String) },
    });
    running.sandbox.clock.reset();
  });

  it('leave out what does not exist, and are at most 50', async () => {
    expect(
      (await get<YoutubeList<YoutubeVideo>>('kwamecuts', 'videos', { part: 'id', id: 'xxxxxxxxxxx' })).body.items,
    ).toEqual([]);
    expect(
      (await get('kwamecuts', 'videos', { part: 'id', id: Array.from({ length: 51 }, (_, i) => `v${i}`).join(',') }))
        .status,
    ).toBe(400);
  });

  it.each([
    [0, 'PT0S'],
    [59, 'PT59S'],
    [1267, 'PT21M7S'],
    [3600, 'PT1H'],
    [7325, 'PT2H2M5S'],
  ])('print %i s as %s', (seconds, text) => expect(isoDuration(seconds)).toBe(text));
});

it('counts playlists', async () => {
  const { body } = await get<YoutubeList<YoutubePlaylist>>('luciaferngarden', 'playlists', {
    part: 'id',
    mine: 'true',
    maxResults: '1',
  });
  expect(body).toMatchObject({
    pageInfo: { totalResults: 14, resultsPerPage: 1 },
    items: [{ kind: 'youtube#playlist' }],
    nextPageToken: expect.any(String),
  });
  expect(
    (await get<YoutubeList<YoutubePlaylist>>('blankreel', 'playlists', { part: 'id', mine: 'true' })).body.items,
  ).toEqual([]);
});
