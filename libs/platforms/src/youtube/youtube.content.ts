import type { ContentBatch } from '../connector';
import { troubleOf } from '../errors';
import type { PlatformClient } from '../http';
import { lifetimeOf, type YoutubeAccount } from './youtube.account';
import type { YoutubeApi } from './youtube.api';
import { figuresOf, isPublished, itemOf } from './youtube.mapper';
import { YoutubeVideoReports } from './youtube.video-reports';
import type { YoutubeVideo } from './youtube.wire';

/** As many videos per report as two pages have. */
const videosPerBatch = 100;

interface Source {
  readonly api: YoutubeApi;
  readonly account: YoutubeAccount;
  readonly client: PlatformClient;
  readonly wwwHost: string;
  readonly mayReadReports: boolean;
}

/** All public videos, newest upload first. */
export async function* youtubeContent(source: Source): AsyncIterable<ContentBatch> {
  const channel = await source.account.channel();
  const playlist = channel.contentDetails?.relatedPlaylists?.uploads;
  if (!playlist) return;
  const reports = new YoutubeVideoReports(source.api, lifetimeOf(channel, source.client.now), source.mayReadReports);
  let waiting: YoutubeVideo[] = [];
  for await (const videos of videoPages(source, playlist)) {
    waiting.push(...videos);
    if (waiting.length < videosPerBatch) continue;
    yield await batchOf(waiting.slice(0, videosPerBatch), reports, source.wwwHost);
    waiting = waiting.slice(videosPerBatch);
  }
  if (waiting.length > 0) yield await batchOf(waiting, reports, source.wwwHost);
}

async function batchOf(
  videos: readonly YoutubeVideo[],
  reports: YoutubeVideoReports,
  wwwHost: string,
): Promise<ContentBatch> {
  const reportOf = await reports.of(videos.map(({ id }) => id));
  const all = videos.flatMap((video) => {
    const report = reportOf(video.id);
    const item = itemOf(video, report, wwwHost);
    return item === undefined ? [] : [{ item, figures: figuresOf(video, report) }];
  });
  all.sort((one, other) => (one.item.publishedAt < other.item.publishedAt ? 1 : -1));
  return { items: all.map(({ item }) => item), figures: all.map(({ figures }) => figures) };
}

/** Published videos, page by page. A video that is uploaded while the list is read moves the others on: those come twice. */
async function* videoPages({ api, client }: Source, playlist: string): AsyncIterable<readonly YoutubeVideo[]> {
  const seen = new Set<string>();
  let pageToken: string | undefined;
  do {
    const { videoIds, next } = await uploadsOf(api, playlist, pageToken);
    const fresh = videoIds.filter((id) => !seen.has(id) && seen.add(id));
    if (fresh.length > 0) yield (await api.videos(fresh)).filter(isPublished);
    if (next !== undefined && next === pageToken) throw client.malformed('GET /youtube/v3/playlistItems');
    pageToken = next;
  } while (pageToken !== undefined);
}

/** A channel that never uploaded has the playlist's name but not the playlist. */
async function uploadsOf(
  api: YoutubeApi,
  playlist: string,
  pageToken: string | undefined,
): ReturnType<YoutubeApi['uploads']> {
  try {
    return await api.uploads(playlist, pageToken);
  } catch (error) {
    if (pageToken === undefined && troubleOf(error)?.outcome === 'gone') return { videoIds: [], next: undefined };
    throw error;
  }
}
