import { readable } from '../answers';
import { isLoss, known, type Loss } from '../loss';
import type { ContentBatch, LostContent, PostReading } from '../reading';
import { isComplete, pagesOf, type AccountSession, type Paging } from '../session';
import type { PlaylistItemsAnswer } from './youtube.answers';
import { pageSize, type YoutubeApi } from './youtube.api';
import { lifetimeOf } from './pacific-day';
import { isPublished, postOf, type NamedChannel, type NamedVideo } from './youtube.mapper';
import { youtubeContentTypes } from './youtube.settings';
import { YoutubeVideoReports } from './youtube-video-reports';

/** As many videos per report as two pages have. */
const videosPerBatch = 100;

/** All public videos, newest upload first. */
export async function* youtubeContent(
  api: YoutubeApi,
  session: AccountSession,
  channel: NamedChannel,
  wwwHost: string,
): AsyncIterable<ContentBatch> {
  const { statistics } = channel;
  const playlist = uploadsOf(channel);
  const expected = isLoss(statistics) ? undefined : known(statistics.videoCount);
  const reports = new YoutubeVideoReports(api, session, lifetimeOf(channel, session.now));
  const seen = new Set<string>();
  let waiting: NamedVideo[] = [];
  let missing: LostContent[] = [];
  let listed = 0;
  let allNamed = true;
  const lost = (losses: readonly Loss[]): void => {
    if (losses.length > 0) allNamed = false;
    missing = [...missing, ...losses.map((loss) => ({ part: 'posts', loss }))];
  };
  for await (const step of pagesOf(session, uploadsPaging(api, playlist, expected))) {
    if ('end' in step) {
      if (isLoss(step.end)) lost([step.end]);
      const isListed = allNamed && isComplete(step.end, listed, expected, publicShare);
      const completeFor = isListed ? youtubeContentTypes : [];
      return yield { posts: await postsOf(waiting, reports, wwwHost), missing, end: { completeFor, since: null } };
    }
    const { videos, losses } = await videosOf(api, step.page, seen);
    lost(losses);
    listed += videos.length;
    waiting.push(...videos);
    if (waiting.length < videosPerBatch) continue;
    yield { posts: await postsOf(waiting.slice(0, videosPerBatch), reports, wwwHost), missing };
    waiting = waiting.slice(videosPerBatch);
    missing = [];
  }
}

/** Where the channel does not say it: the uploads of `UC…` are `UU…`. */
function uploadsOf({ id, contentDetails }: NamedChannel): string {
  const playlists = isLoss(contentDetails) ? undefined : known(contentDetails.relatedPlaylists);
  return known(playlists?.uploads) ?? id.replace(/^UC/, 'UU');
}

/** The profile's number counts a moment later or earlier, and what is still being processed. */
const publicShare = 0.8;

/** In the order of publishing; a video without a time comes last. */
async function postsOf(
  videos: readonly NamedVideo[],
  reports: YoutubeVideoReports,
  wwwHost: string,
): Promise<readonly PostReading[]> {
  const reportOf = await reports.of(videos.map(({ id }) => id));
  const published = ({ publishedAt }: PostReading): string => (isLoss(publishedAt) ? '' : publishedAt);
  return videos
    .map((video) => postOf(video, reportOf(video.id), wwwHost))
    .sort((one, other) => (published(one) < published(other) ? 1 : -1));
}

/**
 * The published videos of a page. A video that is uploaded while the list is read moves the others on: those come
 * twice.
 */
async function videosOf(
  api: YoutubeApi,
  { items: listed }: PlaylistItemsAnswer,
  seen: Set<string>,
): Promise<{ readonly videos: readonly NamedVideo[]; readonly losses: readonly Loss[] }> {
  if (isLoss(listed)) return { videos: [], losses: [listed] };
  const { items, lost } = readable(listed);
  const ids = items.map(videoIdOf);
  const fresh = ids.filter((id): id is string => typeof id === 'string' && !seen.has(id) && !!seen.add(id));
  const unnamed = [...lost, ...ids.filter(isLoss)];
  if (fresh.length === 0) return { videos: [], losses: unnamed };
  const answer = await api.videos(fresh);
  if (isLoss(answer) || isLoss(answer.items)) {
    const loss = isLoss(answer) ? answer : (answer.items as Loss);
    return { videos: [], losses: [...unnamed, loss] };
  }
  const videos = readable(answer.items);
  const named = videos.items.filter((video): video is NamedVideo => !isLoss(video.id));
  const unread = videos.items.map(({ id }) => id).filter(isLoss);
  return { videos: named.filter(isPublished), losses: [...unnamed, ...videos.lost, ...unread] };
}

type PlaylistItem = Exclude<Exclude<PlaylistItemsAnswer['items'], Loss | undefined>[number], Loss | undefined>;

/** It stands in two places. */
function videoIdOf({ contentDetails, snippet }: PlaylistItem) {
  const first = isLoss(contentDetails) ? contentDetails : contentDetails?.videoId;
  if (first !== undefined && !isLoss(first)) return first;
  const resource = isLoss(snippet) ? snippet : snippet?.resourceId;
  const second = resource === undefined || isLoss(resource) ? resource : resource.videoId;
  return second ?? first;
}

/** The playlist has the private videos as well, so that its own number says how long it is. */
const uploadsPaging = (
  api: YoutubeApi,
  playlist: string,
  expected: number | undefined,
): Paging<PlaylistItemsAnswer> => ({
  call: 'GET /youtube/v3/playlistItems',
  pageSize,
  expected,
  async read(pageToken) {
    const page = await api.uploads(playlist, pageToken);
    // A channel that never uploaded has the playlist's name but not the playlist.
    if (page === 'none') return { page: { items: [] }, next: undefined };
    if (isLoss(page)) return page;
    const { nextPageToken: next, pageInfo } = page;
    const total = pageInfo === undefined || isLoss(pageInfo) ? undefined : known(pageInfo.totalResults);
    return { page, next, ...(total !== undefined && { expected: total }) };
  },
});
