import { youtube } from './population';
import type { YoutubeList, YoutubeVideo } from '@linkage/platforms/wire';
import { pictureUrl } from '../pictures/links';
import type { YoutubeKind } from './person';
import { figuresAt, type Post } from '../world/post';
import { hash } from '../world/random';
import type { YoutubeAccount } from './population';
import { type ApiCall, needs } from './access';
import { badRequest } from './errors';
import { apiTime, etag, pickParts, readParts, thumbnails } from './list';
import { scope } from './scopes';

const known = [
  'id',
  'snippet',
  'contentDetails',
  'statistics',
  'status',
  'liveStreamingDetails',
  'player',
  'topicDetails',
  'recordingDetails',
  'localizations',
];

/** `GET /youtube/v3/videos?id=a,b`: at most 50. What does not exist is left out. */
export function videos(call: ApiCall): YoutubeList<YoutubeVideo> {
  needs(call, scope.youtube, 'youtube.video');
  const { sandbox, account, query, now } = call;
  const parts = readParts(query, known);
  const ids = (query['id'] ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  if (ids.length === 0)
    throw badRequest(
      'missingRequiredParameter',
      'No filter selected. Expected one of: chart, id, myRating',
      'parameters',
    );
  if (ids.length > 50) throw badRequest('invalidFilters', 'The request specifies more than 50 ids.', 'id');
  const owners = [account, ...[...sandbox.world.of(youtube).values()].filter((one) => one !== account)];
  const items = ids.flatMap((id) => {
    for (const owner of owners) {
      const video = owner.person.channel === 'open' ? owner.feed.find(id, now) : undefined;
      if (video) return [pickParts(resource(call, owner, video), parts)];
    }
    return [];
  });
  return {
    kind: 'youtube#videoListResponse',
    etag: etag('videos', now),
    pageInfo: { totalResults: items.length, resultsPerPage: items.length },
    items,
  };
}

/** `PT1H2M3S` */
export function isoDuration(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `PT${h ? `${h}H` : ''}${m ? `${m}M` : ''}${s || seconds === 0 ? `${s}S` : ''}`;
}

function resource({ sandbox, account, now }: ApiCall, owner: YoutubeAccount, video: Post<YoutubeKind>): YoutubeVideo {
  const { person, channelId } = owner;
  const figures = figuresAt(video, now);
  const end = video.publishedAt + video.seconds * 1000;
  const live = video.kind === 'stream' && now < end;
  return {
    kind: 'youtube#video',
    etag: etag(video.id, figures.views),
    id: video.id,
    snippet: {
      publishedAt: apiTime(video.publishedAt),
      channelId,
      title: video.title,
      description: `${video.title}\n\n${person.bio}`.trim(),
      channelTitle: person.name,
      thumbnails: thumbnails(['default', 'medium', 'high', 'standard', 'maxres'], (width) =>
        pictureUrl(sandbox, 'youtube', person, video, '16x9', 0, width),
      ),
      tags: [person.theme, video.motif],
      categoryId: '22',
      liveBroadcastContent: live ? 'live' : 'none',
    },
    contentDetails: {
      duration: live ? 'P0D' : isoDuration(video.seconds),
      dimension: '2d',
      definition: 'hd',
      caption: 'false',
      licensedContent: false,
    },
    statistics: {
      viewCount: String(figures.views),
      favoriteCount: '0',
      ...(person.hidesLikes ? {} : { likeCount: String(figures.likes) }),
      ...(owner === account ? { dislikeCount: String(Math.floor(figures.likes * 0.02)) } : {}),
      ...(hash(video.id, 'comments') % 25 === 0 ? {} : { commentCount: String(figures.comments) }),
    },
    status: { uploadStatus: live ? 'uploaded' : 'processed', privacyStatus: 'public', madeForKids: false },
    ...(video.kind === 'stream'
      ? {
          liveStreamingDetails: {
            scheduledStartTime: apiTime(video.publishedAt),
            actualStartTime: apiTime(video.publishedAt),
            ...(live
              ? { concurrentViewers: String(Math.floor(video.success.views * 0.03)) }
              : { actualEndTime: apiTime(end) }),
          },
        }
      : {}),
  };
}
