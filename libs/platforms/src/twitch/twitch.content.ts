import { readable } from '../answers';
import { isLoss, type Loss, type Read } from '../loss';
import type { ContentBatch, LostContent, PostReading } from '../reading';
import { pagesOf, type AccountSession, type PagesEnd } from '../session';
import { pageSize, type TwitchApi } from './twitch.api';
import { clipPostOf, videoPostOf, type NamedClip, type NamedVideo } from './twitch.mapper';

/**
 * Large channels have hundreds of thousands of clips, most of them watched by few people: the most viewed ones are
 * read.
 */
export const mostClips = 1_000;
const postsPerBatch = 100;

/** A list that was read as far as it goes. */
export interface Listing {
  readonly posts: readonly PostReading[];
  /** How many there are, those that could not be read included. */
  readonly count: Read<number>;
  readonly losses: readonly Loss[];
  readonly end: PagesEnd;
}

/** All that can be watched now: past broadcasts, highlights and uploads. */
export const videosOf = (api: TwitchApi, session: AccountSession, user: string): Promise<Listing> =>
  listingOf<NamedVideo>(session, {
    call: 'GET /helix/videos',
    page: (after) => api.videos(user, after),
    isPublic: ({ viewable }) => viewable !== 'private',
    postOf: videoPostOf,
  });

export const clipsOf = (api: TwitchApi, session: AccountSession, broadcaster: string): Promise<Listing> =>
  listingOf<NamedClip>(session, {
    call: 'GET /helix/clips',
    most: mostClips,
    page: (after) => api.clips(broadcaster, after),
    isPublic: () => true,
    postOf: clipPostOf,
  });

/** Newest first: clips come in another order, so that all are read before the first is given. */
export function* batchesOf(videos: Listing, clips: Listing): Iterable<ContentBatch> {
  const posts = [...videos.posts, ...clips.posts].sort(byTime);
  for (let from = 0; from < posts.length; from += postsPerBatch)
    yield { posts: posts.slice(from, from + postsPerBatch), missing: [] };
  const completeFor = [
    ...(isWhole(videos) ? (['stream', 'video'] as const) : []),
    ...(isWhole(clips) ? (['short'] as const) : []),
  ];
  const missing: LostContent[] = [
    ...videos.losses.map((loss) => ({ part: 'posts', loss })),
    ...clips.losses.map((loss) => ({ part: 'clips', loss })),
  ];
  yield { posts: [], missing, end: { completeFor, since: null } };
}

interface Listed<Item> {
  readonly call: string;
  readonly most?: number;
  page(after: string | undefined): Promise<Read<Page<Item>>>;
  isPublic(item: Item): boolean;
  postOf(item: Item): PostReading;
}

interface Page<Item> {
  readonly data: Read<readonly (Read<Omit<Item, 'id'> & { readonly id: Read<string> }> | undefined)[]>;
  readonly pagination?: Read<{ readonly cursor?: Read<string> | undefined }> | undefined;
}

async function listingOf<Item extends { readonly id: string }>(
  session: AccountSession,
  { call, most, page, isPublic, postOf }: Listed<Item>,
): Promise<Listing> {
  const found = new Map<string, Item>();
  const losses: Loss[] = [];
  const pagesLost: Loss[] = [];
  let unnamed = 0;
  const paging = {
    call,
    pageSize,
    expected: undefined,
    ...(most !== undefined && { most }),
    async read(after: string | undefined) {
      const answer = await page(after);
      return isLoss(answer) ? answer : { page: answer.data, next: nextOf(answer.pagination) };
    },
  };
  for await (const step of pagesOf(session, paging)) {
    if ('end' in step) {
      if (isLoss(step.end)) pagesLost.push(step.end);
      const posts = [...found.values()].filter(isPublic).map(postOf);
      const count = pagesLost[0] ?? posts.length + unnamed;
      return { posts, count, losses: [...pagesLost, ...losses], end: step.end };
    }
    if (isLoss(step.page)) {
      pagesLost.push(step.page);
      continue;
    }
    const { items, lost } = readable(step.page);
    const nameless = [...lost, ...items.map(({ id }) => id).filter(isLoss)];
    unnamed += nameless.length;
    losses.push(...nameless);
    for (const item of items) if (!isLoss(item.id)) found.set(item.id, item as Item);
  }
  throw new Error('a list always has an end');
}

const nextOf = (pagination: Page<never>['pagination']): Read<string> | undefined =>
  pagination === undefined || isLoss(pagination) ? pagination : pagination.cursor;

const isWhole = ({ end, losses }: Listing): boolean => end === 'complete' && losses.length === 0;

const byTime = (one: PostReading, other: PostReading): number =>
  timeOf(one) === timeOf(other) ? 0 : timeOf(one) < timeOf(other) ? 1 : -1;

const timeOf = ({ publishedAt }: PostReading): string => (isLoss(publishedAt) ? '' : publishedAt);
