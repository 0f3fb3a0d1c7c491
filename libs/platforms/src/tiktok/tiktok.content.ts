import { readable } from '../answers';
import { isLoss, type Loss, type Read } from '../loss';
import type { ContentBatch, LostContent } from '../reading';
import { isComplete, pagesOf, type AccountSession, type Paging } from '../session';
import type { VideoPage } from './tiktok.answers';
import { pageSize, videoList, type TiktokApi } from './tiktok.api';
import { postOf, type NamedVideo } from './tiktok.mapper';
import { tiktokContentTypes, videosScope } from './tiktok.settings';

/**
 * Videos that are not public any more leave gaps: pages are not full, and there are more of them than the number of
 * videos says.
 */
const gaps = 3;

/** All public videos, newest first. */
export async function* tiktokContent(
  api: TiktokApi,
  session: AccountSession,
  expected: number | undefined,
): AsyncIterable<ContentBatch> {
  if (!session.may(videosScope)) return yield nothing(session.notGranted(videoList, videosScope));
  const seen = new Set<string>();
  let allNamed = true;
  for await (const step of pagesOf(session, paging(api, session, expected))) {
    if ('end' in step) {
      const isAll = allNamed && isComplete(step.end, seen.size, expected, publicShare);
      const missing = isLoss(step.end) ? [{ part: 'posts', loss: step.end }] : [];
      return yield { posts: [], missing, end: { completeFor: isAll ? tiktokContentTypes : [], since: null } };
    }
    const { videos, missing } = videosOf(step.page);
    if (missing.length > 0) allNamed = false;
    const fresh = videos.filter(({ id }) => !seen.has(id) && !!seen.add(id));
    yield { posts: fresh.map(postOf), missing };
  }
}

/** The profile's number counts a moment later or earlier. */
const publicShare = 0.8;

const nothing = (loss: Loss): ContentBatch => ({
  posts: [],
  missing: [{ part: 'posts', loss }],
  end: { completeFor: [], since: null },
});

function videosOf({ videos }: VideoPage): { readonly videos: readonly NamedVideo[]; readonly missing: LostContent[] } {
  if (isLoss(videos)) return { videos: [], missing: [{ part: 'posts', loss: videos }] };
  const { items, lost } = readable(videos);
  const named = items.filter((video): video is NamedVideo => !isLoss(video.id));
  const losses = [...lost, ...items.map(({ id }) => id).filter(isLoss)];
  return { videos: named, missing: losses.map((loss) => ({ part: 'posts', loss })) };
}

const paging = (api: TiktokApi, session: AccountSession, expected: number | undefined): Paging<VideoPage> => ({
  call: videoList,
  pageSize,
  expected: expected === undefined ? undefined : expected * gaps,
  async read(cursor) {
    const page = await api.videos(cursor);
    return isLoss(page) ? page : { page, next: nextOf(page, session) };
  },
});

/** The cursor of the last page leads nowhere, so that it counts only where there is more. */
function nextOf({ has_more: hasMore, cursor }: VideoPage, session: AccountSession): Read<string> | undefined {
  if (isLoss(hasMore)) return hasMore;
  if (!hasMore) return undefined;
  if (cursor === undefined) return session.impossible(videoList, 'has more, but does not say where');
  return isLoss(cursor) ? cursor : String(cursor);
}
