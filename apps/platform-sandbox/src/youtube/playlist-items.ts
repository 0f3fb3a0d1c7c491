import { youtube } from './population';
import type { YoutubeList, YoutubePlaylistItem } from '@linkage/platforms/wire';
import { pictureUrl } from '../pictures/links';
import { type ApiCall, needs } from './access';
import { ApiError, badRequest } from './errors';
import { apiTime, etag, page, pickParts, readParts, thumbnails } from './list';
import { scope } from './scopes';

const known = ['id', 'snippet', 'contentDetails', 'status'];

/**
 * `GET /youtube/v3/playlistItems` for a list of uploads: newest first. Of a channel without a video the list does not
 * exist: 404.
 */
export function playlistItems(call: ApiCall): YoutubeList<YoutubePlaylistItem> {
  needs(call, scope.youtube, 'youtube.playlistItem');
  const { sandbox, query, now } = call;
  const parts = readParts(query, known);
  const playlistId = query['playlistId'];
  if (!playlistId) {
    throw badRequest(
      'playlistIdRequired',
      'The request does not specify a value for the required <code>playlistId</code>.',
      'playlistId',
    );
  }
  const owner = [...sandbox.world.of(youtube).values()].find(
    ({ uploadsId, person }) => uploadsId === playlistId && person.channel === 'open',
  );
  const count = owner?.feed.count(now) ?? 0;
  if (!owner || count === 0) {
    throw new ApiError(
      404,
      'playlistNotFound',
      "The playlist identified with the request's <code>playlistId</code> parameter cannot be found.",
      { domain: 'youtube.playlistItem', location: 'playlistId' },
    );
  }
  return page('youtube#playlistItemListResponse', query, count, (i) => {
    const video = owner.feed.post(count - 1 - i);
    return pickParts(
      {
        kind: 'youtube#playlistItem',
        etag: etag(video.id, 'item'),
        id: Buffer.from(`${playlistId}.${video.id}`).toString('base64url'),
        snippet: {
          publishedAt: apiTime(video.publishedAt),
          channelId: owner.channelId,
          title: video.title,
          description: '',
          channelTitle: owner.person.name,
          playlistId,
          position: i,
          resourceId: { kind: 'youtube#video', videoId: video.id },
          thumbnails: thumbnails(['default', 'medium', 'high'], (width) =>
            pictureUrl(sandbox, 'youtube', owner.person, video, '16x9', 0, width),
          ),
        },
        contentDetails: { videoId: video.id, videoPublishedAt: apiTime(video.publishedAt) },
      } satisfies YoutubePlaylistItem,
      parts,
    );
  });
}
