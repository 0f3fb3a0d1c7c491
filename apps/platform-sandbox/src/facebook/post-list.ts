import type { FacebookList, FacebookLiveVideo, FacebookPost, FacebookStory } from '@linkage/platforms/wire';
import { day } from '../world/growth';
import type { PageCall } from './call';
import { notAllowed } from './errors';
import { readFields, select } from './fields';
import { linked, windowIn } from './list';
import { postNode, videoIdOf } from './post';

const needsEngagement = ({ token }: PageCall): void => {
  if (!token.scopes.includes('pages_read_engagement')) throw notAllowed();
};

/** `GET /{page}/published_posts`, and `/posts` and `/feed`, which are the same here: newest first. */
export function postList(call: PageCall, edge: string): FacebookList<Partial<FacebookPost>> {
  needsEngagement(call);
  const { page, query, now } = call;
  const total = page.feed.count(now);
  const { from, limit } = windowIn(query, total);
  const fields = readFields(query['fields'] ?? 'created_time,message,id');
  const end = Math.min(total, from + limit);
  const data = Array.from({ length: Math.max(0, end - from) }, (_, i) =>
    postNode(call, page.feed.post(total - 1 - from - i), fields),
  );
  const summary = query['summary'] === 'total_count' ? { summary: { total_count: total } } : {};
  return { ...linked(call, `/${page.pageId}/${edge}`, data, from, total), ...summary };
}

/** `GET /{page}/stories`: those of today, and yesterday's, which are over. */
export function storyList(call: PageCall): FacebookList<Partial<FacebookStory>> {
  needsEngagement(call);
  const { page, now, query } = call;
  const fields = readFields(query['fields'] ?? 'post_id,status,creation_time,media_type,media_id,url');
  const of = (status: 'PUBLISHED' | 'ARCHIVED', at: number) =>
    page.stories.live(at).map((story): Partial<FacebookStory> =>
      select<FacebookStory>(
        {
          post_id: story.id,
          status,
          creation_time: String(story.publishedAt / 1000),
          media_type: story.seconds === 0 ? 'photo' : 'video',
          media_id: `9${story.id}`,
          url: `https://www.facebook.com/stories/${page.pageId}/${story.id}/`,
        },
        fields,
      ),
    );
  return { data: [...of('PUBLISHED', now), ...of('ARCHIVED', now - day)] };
}

/** `GET /{page}/live_videos`: each with the film that its post shows. */
export function liveVideos(call: PageCall): FacebookList<Partial<FacebookLiveVideo>> {
  needsEngagement(call);
  const { page, now, query } = call;
  const live = [...page.feed.until(now)].filter(({ kind }) => kind === 'stream').reverse();
  const fields = readFields(query['fields'] ?? 'id,status,video');
  const { from, limit } = windowIn(query, live.length);
  const data = live
    .slice(from, from + limit)
    .map((post) =>
      select<FacebookLiveVideo>({ id: `7${videoIdOf(post)}`, status: 'VOD', video: { id: videoIdOf(post) } }, fields),
    );
  return linked(call, `/${page.pageId}/live_videos`, data, from, live.length);
}
