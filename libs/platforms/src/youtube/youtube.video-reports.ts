import { value, type ContentType, type Figure } from '@linkage/published-facts';
import { count, text } from '../mapping/reading';
import { unlessNotPermitted } from './youtube.account';
import type { ReportRow, YoutubeApi } from './youtube.api';
import type { VideoReport } from './youtube.mapper';

const metrics = 'views,shares,videosAddedToPlaylists';
const mostRows = '200';

/** Reports per video in one run over a channel's uploads. */
export class YoutubeVideoReports {
  private typesKnown = true;

  constructor(
    private readonly api: YoutubeApi,
    private readonly days: { readonly startDate: string; readonly endDate: string },
    private readonly mayReadReports: boolean,
  ) {}

  /** At most 100 ids: a video can have one row per content type. */
  async of(ids: readonly string[]): Promise<(videoId: string) => VideoReport> {
    const none = (is: 'permission-missing' | 'not-yet') => (): VideoReport => ({
      type: undefined,
      shares: { is },
      saves: { is },
    });
    if (!this.mayReadReports) return none('permission-missing');
    if (ids.length === 0 || this.days.startDate > this.days.endDate) return none('not-yet');
    return unlessNotPermitted(async () => byVideo(await this.rows(ids)), none('permission-missing'));
  }

  /** Not every project of Google's may split videos by content type; then the type is left to the video's length. */
  private async rows(ids: readonly string[]): Promise<readonly ReportRow[]> {
    const query = { ...this.days, metrics, filters: `video==${ids.join(',')}`, sort: '-views', maxResults: mostRows };
    if (this.typesKnown) {
      const rows = await this.api.reportIfKnown({ ...query, dimensions: 'video,creatorContentType' });
      if (rows !== undefined) return rows;
      this.typesKnown = false;
    }
    return this.api.report({ ...query, dimensions: 'video' });
  }
}

const types: Readonly<Record<string, ContentType>> = { shorts: 'short', videoondemand: 'video', livestream: 'stream' };

/** Older answers print `videoOnDemand` for `VIDEO_ON_DEMAND`. */
export const contentTypeOf = (raw: unknown): ContentType | undefined =>
  types[(text(raw) ?? '').replaceAll('_', '').toLowerCase()];

/** A live stream has rows for the broadcast and for its recording: figures add up, the type with most views counts. */
export function byVideo(rows: readonly ReportRow[]): (videoId: string) => VideoReport {
  return (videoId) => {
    const own = rows.filter((row) => row['video'] === videoId);
    const [most] = [...own].sort((one, other) => (count(other['views']) ?? 0) - (count(one['views']) ?? 0));
    return {
      type: contentTypeOf(most?.['creatorContentType']),
      shares: sum(own, 'shares'),
      saves: sum(own, 'videosAddedToPlaylists'),
    };
  };
}

function sum(rows: readonly ReportRow[], metric: string): Figure {
  const numbers = rows.flatMap((row) => count(row[metric]) ?? []);
  return numbers.length === 0 ? { is: 'not-yet' } : value(numbers.reduce((total, number) => total + number, 0));
}
