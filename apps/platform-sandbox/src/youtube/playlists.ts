import type { YoutubeList, YoutubePlaylist } from '@linkage/platforms/wire';
import { pictureUrl } from '../pictures/links';
import { startOf, day } from '../world/growth';
import { hash, letterId } from '../world/random';
import { type ApiCall, needs } from './access';
import { ApiError } from './errors';
import { apiTime, etag, page, pickParts, readParts, thumbnails } from './list';
import { scope } from './scopes';

const sizes = ['default', 'medium', 'high'] as const;
const known = ['id', 'snippet', 'contentDetails', 'status', 'player', 'localizations'];

/** `GET /youtube/v3/playlists?mine=true`: those that the creator made; the uploads are not among them. */
export function playlists(call: ApiCall): YoutubeList<YoutubePlaylist> {
  needs(call, scope.youtube, 'youtube.playlist');
  const {
    query,
    account: { person, channelId },
  } = call;
  const parts = readParts(query, known);
  if (query['mine'] !== 'true' && query['channelId'] !== channelId) {
    throw new ApiError(404, 'channelNotFound', 'Channel not found.', {
      domain: 'youtube.playlist',
      location: 'channelId',
    });
  }
  return page('youtube#playlistListResponse', query, person.channel === 'open' ? person.playlists : 0, (i) =>
    pickParts(playlist(call, i), parts),
  );
}

function playlist({ sandbox, account: { person, channelId, feed }, now }: ApiCall, i: number): YoutubePlaylist {
  const id = `PL${letterId(32, channelId, 'playlist', i)}`;
  const size = Math.min(feed.count(now), 3 + (hash(id) % 40));
  const cover = size > 0 ? feed.post(hash(id, 'cover') % size) : undefined;
  return {
    kind: 'youtube#playlist',
    etag: etag(id, size),
    id,
    snippet: {
      publishedAt: apiTime(startOf(person) + (30 + i) * day),
      channelId,
      title: cover ? `${cover.title} (${size})` : `Playlist ${i + 1}`,
      description: '',
      channelTitle: person.name,
      thumbnails: cover
        ? thumbnails(sizes, (width) => pictureUrl(sandbox, 'youtube', person, cover, '16x9', 0, width))
        : {},
    },
    contentDetails: { itemCount: size },
    status: { privacyStatus: 'public' },
  };
}
