import type { ContentBatch } from '../connector';
import { troubleOf } from '../errors';
import { bounded, type PlatformClient } from '../http';
import { isoTime, text } from '../mapping/reading';
import type { InstagramApi } from './instagram.api';
import type { InsightsReading } from './instagram.insights';
import { InstagramInsightsReader } from './instagram.insights-reader';
import { figuresOf, itemOf } from './instagram.mapper';
import type { InstagramMedia, InstagramPaging } from './instagram.wire';

const mediaFields =
  'id,caption,media_type,media_product_type,permalink,timestamp,thumbnail_url,media_url,like_count,comments_count,' +
  'children{id,media_type,media_url,thumbnail_url}';
const storyFields = 'id,caption,media_type,media_product_type,media_url,thumbnail_url,permalink,timestamp,like_count';
const pageSize = '50';
/** Insights cost a call per post, so only the newest posts get them; figures of older posts move little. */
const newestWithInsights = 200;
const atOnce = 4;

/** All posts and the live stories, newest first. The stories come from a list of their own and are put where they belong in time. */
export async function* instagramContent(
  api: InstagramApi,
  client: PlatformClient,
  userId: string,
  mayReadInsights: boolean,
): AsyncIterable<ContentBatch> {
  const reader = new InstagramInsightsReader(api, mayReadInsights);
  const seen = new Set<string>();
  let waiting = newestFirst(
    (await storiesOf(api, userId)).map((story) => ({ ...story, media_product_type: 'STORY' as const })),
  );
  let posts = 0;
  for await (const page of mediaPages(api, client, userId)) {
    const oldest = page.map(timeOf).reduce((one, other) => Math.min(one, other), Infinity);
    const due = waiting.filter((story) => timeOf(story) >= oldest);
    waiting = waiting.filter((story) => !due.includes(story));
    const fresh = once(newestFirst([...page, ...due]), seen);
    yield await batchOf(fresh, (media) =>
      reader.read(media, media.media_product_type === 'STORY' || posts++ < newestWithInsights),
    );
  }
  if (waiting.length > 0) yield await batchOf(once(waiting, seen), (story) => reader.read(story, true));
}

type InsightsOf = (media: InstagramMedia) => Promise<InsightsReading>;

async function batchOf(media: readonly InstagramMedia[], insightsOf: InsightsOf): Promise<ContentBatch> {
  const read = await bounded(media, atOnce, async (each) => {
    const item = itemOf(each);
    return item === undefined ? [] : [{ item, figures: figuresOf(each, await insightsOf(each)) }];
  });
  const all = read.flat();
  return { items: all.map(({ item }) => item), figures: all.map(({ figures }) => figures) };
}

/** Follows the cursor, not the `next` address: that one holds the token and could name any host. */
async function* mediaPages(
  api: InstagramApi,
  client: PlatformClient,
  userId: string,
): AsyncIterable<readonly InstagramMedia[]> {
  let after: string | undefined;
  do {
    const page = await api.mediaPage(userId, 'media', { fields: mediaFields, limit: pageSize, after });
    yield page.data;
    const next = cursorOf(page.paging);
    if (next !== undefined && next === after) throw client.malformed('GET /{user}/media');
    after = next;
  } while (after !== undefined);
}

/** undefined: this was the last page. Only `next` says so; a cursor is there on the last page, too. */
function cursorOf(paging: InstagramPaging | undefined): string | undefined {
  const next = text(paging?.next);
  if (next === undefined) return undefined;
  return (
    text(paging?.cursors?.after) ?? (URL.canParse(next) ? text(new URL(next).searchParams.get('after')) : undefined)
  );
}

/** Stories that ended between two calls are simply not there. */
async function storiesOf(api: InstagramApi, userId: string): Promise<readonly InstagramMedia[]> {
  try {
    return (await api.mediaPage(userId, 'stories', { fields: storyFields, limit: pageSize })).data;
  } catch (error) {
    if (troubleOf(error)?.outcome === 'gone') return [];
    throw error;
  }
}

const timeOf = (media: InstagramMedia): number => Date.parse(isoTime(media.timestamp) ?? '') || 0;

const newestFirst = <Media extends InstagramMedia>(media: readonly Media[]): Media[] =>
  [...media].sort((one, other) => timeOf(other) - timeOf(one) || (one.id < other.id ? -1 : 1));

/** A post that is published while the list is read moves all others to the next page: those come twice. */
function once(media: readonly InstagramMedia[], seen: Set<string>): InstagramMedia[] {
  return media.filter(({ id }) => !seen.has(id) && seen.add(id));
}
