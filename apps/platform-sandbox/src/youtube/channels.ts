import { youtube } from './population';
import type { YoutubeChannel, YoutubeList } from '@linkage/platforms/wire';
import { avatarUrl } from '../pictures/links';
import { followersAt, startOf } from '../world/growth';
import { figuresAt } from '../world/post';
import type { YoutubeAccount } from './population';
import { type ApiCall, needs } from './access';
import { badRequest } from './errors';
import { apiTime, etag, faceThumbnails, pickParts, readParts } from './list';
import { scope } from './scopes';

const known = [
  'id',
  'snippet',
  'statistics',
  'contentDetails',
  'status',
  'brandingSettings',
  'topicDetails',
  'localizations',
];

/** `GET /youtube/v3/channels?mine=true`. Without a channel there is no `items`. */
export function channels(call: ApiCall): YoutubeList<YoutubeChannel> {
  needs(call, scope.youtube, 'youtube.channel');
  const { query, account, sandbox } = call;
  const parts = readParts(query, known);
  const everybody = [...sandbox.world.of(youtube).values()].filter(({ person }) => person.channel === 'open');
  const found =
    query['mine'] === 'true'
      ? everybody.filter((one) => one === account)
      : query['id'] !== undefined
        ? everybody.filter(({ channelId }) => query['id']?.split(',').includes(channelId))
        : query['forHandle'] !== undefined
          ? everybody.filter(({ person }) => person.id === query['forHandle']?.replace(/^@/, ''))
          : undefined;
  if (!found)
    throw badRequest(
      'missingRequiredParameter',
      'No filter selected. Expected one of: id, mine, forHandle',
      'parameters',
    );
  return {
    kind: 'youtube#channelListResponse',
    etag: etag('channels', call.now),
    pageInfo: { totalResults: found.length, resultsPerPage: 5 },
    ...(found.length === 0 ? {} : { items: found.map((one) => pickParts(channel(call, one), parts)) }),
  };
}

/** Three significant figures, down: 1,254,903 is shown as 1,250,000. */
export function roundedDown(count: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 2);
  return Math.floor(count / step) * step;
}

function channel({ sandbox, now }: ApiCall, { person, channelId, uploadsId, feed }: YoutubeAccount): YoutubeChannel {
  let views = 0;
  for (const video of feed.until(now)) views += figuresAt(video, now).views;
  const country = person.country === undefined ? {} : { country: person.country };
  return {
    kind: 'youtube#channel',
    etag: etag(channelId, views),
    id: channelId,
    snippet: {
      title: person.name,
      description: person.bio,
      customUrl: `@${sandbox.changes.handleOf('youtube', person)}`,
      publishedAt: apiTime(startOf(person)),
      thumbnails: faceThumbnails((width) => avatarUrl(sandbox, 'youtube', person, width)),
      ...country,
    },
    statistics: {
      viewCount: String(views),
      hiddenSubscriberCount: person.hidesSubscribers ?? false,
      videoCount: String(feed.count(now)),
      ...(person.hidesSubscribers
        ? {}
        : { subscriberCount: String(roundedDown(followersAt(sandbox.world.seed, person, now))) }),
    },
    contentDetails: { relatedPlaylists: { likes: '', uploads: uploadsId } },
    status: { privacyStatus: 'public', isLinked: true, longUploadsStatus: 'allowed' },
    brandingSettings: {
      channel: { title: person.name, ...(person.bio ? { description: person.bio } : {}), ...country },
    },
  };
}
