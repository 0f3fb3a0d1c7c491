import type { GoogleError, YoutubeChannel, YoutubeReport, YoutubeVideo } from './youtube.wire';

/** Hand-written answers of Google, for specs. */

const etag = 'e';

export const channel: YoutubeChannel = {
  kind: 'youtube#channel',
  etag,
  id: 'UCabc',
  snippet: {
    title: 'Lucía Fern',
    description: '',
    customUrl: '@luciafern',
    publishedAt: '2019-03-01T12:00:00Z',
    country: 'ES',
    thumbnails: { default: { url: 'https://yt3.ggpht.com/s.jpg' }, high: { url: 'https://yt3.ggpht.com/h.jpg' } },
  },
  statistics: { viewCount: '123456789', subscriberCount: '318000', hiddenSubscriberCount: false, videoCount: '412' },
  contentDetails: { relatedPlaylists: { likes: '', uploads: 'UUabc' } },
};

export const video: YoutubeVideo = {
  kind: 'youtube#video',
  etag,
  id: 'vid-1',
  snippet: {
    publishedAt: '2026-11-01T10:00:00Z',
    channelId: 'UCabc',
    title: 'Un huerto  en la azotea',
    description: '',
    channelTitle: 'Lucía Fern',
    liveBroadcastContent: 'none',
    thumbnails: {
      default: { url: 'https://i.ytimg.com/1/default.jpg' },
      maxres: { url: 'https://i.ytimg.com/1/maxres.jpg' },
    },
  },
  contentDetails: { duration: 'PT21M7S', dimension: '2d', definition: 'hd', caption: 'false', licensedContent: true },
  statistics: { viewCount: '1420', likeCount: '0', favoriteCount: '0', commentCount: '31' },
  status: { uploadStatus: 'processed', privacyStatus: 'public' },
};

export const list = (items: readonly unknown[] | undefined, more: object = {}): object => ({
  kind: 'youtube#list',
  etag,
  pageInfo: { totalResults: items?.length ?? 0, resultsPerPage: 50 },
  ...(items === undefined ? {} : { items }),
  ...more,
});

/** A report; without rows it has none at all. */
export const report = (
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[] = [],
): YoutubeReport => ({
  kind: 'youtubeAnalytics#resultTable',
  columnHeaders: columns.map((name) => ({ name, columnType: 'METRIC', dataType: 'STRING' })),
  ...(rows.length === 0 ? {} : { rows }),
});

export const googleError = (code: number, reason: string, more: Partial<GoogleError['error']> = {}): GoogleError => ({
  error: { code, message: 'Something', errors: [{ domain: 'global', reason, message: 'Something' }], ...more },
});
