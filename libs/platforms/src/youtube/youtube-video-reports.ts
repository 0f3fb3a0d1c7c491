import { value, type ContentType, type Figure } from '@linkage/published-facts';
import { isLoss, type Loss, type Read } from '../loss';
import type { AccountSession } from '../session';
import type { Report, ReportRow, YoutubeApi } from './youtube.api';
import { numberIn } from './youtube-audience.mapper';
import type { VideoReport } from './youtube.mapper';
import { analyticsScope } from './youtube.settings';

const metrics = 'views,shares,videosAddedToPlaylists';
const mostRows = '200';

/** Reports per video in one reading of a channel's uploads. */
export class YoutubeVideoReports {
  private typesKnown = true;

  constructor(
    private readonly api: YoutubeApi,
    private readonly session: AccountSession,
    private readonly days: { readonly startDate: string; readonly endDate: string },
  ) {}

  /** At most 100 ids: a video can have one row per content type. */
  async of(ids: readonly string[]): Promise<(videoId: string) => VideoReport> {
    const none = (is: 'permission-missing' | 'not-yet') => (): VideoReport => ({
      type: undefined,
      shares: { is },
      saves: { is },
    });
    if (!this.session.may(analyticsScope)) return none('permission-missing');
    if (ids.length === 0 || this.days.startDate > this.days.endDate) return none('not-yet');
    const report = await this.report(ids);
    return isLoss(report) ? () => ({ type: report, shares: report, saves: report }) : byVideo(report);
  }

  /** Not every project of Google's may split videos by content type; then the type is left to the video's length. */
  private async report(ids: readonly string[]): Promise<Read<Report>> {
    const query = { ...this.days, metrics, filters: `video==${ids.join(',')}`, sort: '-views', maxResults: mostRows };
    if (this.typesKnown) {
      const report = await this.api.reportIfKnown({ ...query, dimensions: 'video,creatorContentType' });
      if (report !== 'unknown') return report;
      this.typesKnown = false;
    }
    return this.api.report({ ...query, dimensions: 'video' });
  }
}

const types: Readonly<Record<string, ContentType>> = { shorts: 'short', videoondemand: 'video', livestream: 'stream' };

/** Older answers print `videoOnDemand` for `VIDEO_ON_DEMAND`. */
export const contentTypeOf = (said: string | number | undefined): ContentType | undefined =>
  types[
    String(said ?? '')
      .replaceAll('_', '')
      .toLowerCase()
  ];

/** A live stream has rows for the broadcast and for its recording: figures add up, the type with most views counts. */
export function byVideo({ rows, lost }: Report): (videoId: string) => VideoReport {
  // Rows that belong to a video that cannot be read may be of any.
  const elsewhere = lost ?? rows.map((row) => row['video']).find(isLoss);
  return (videoId) => {
    const own = rows.filter((row) => row['video'] === videoId);
    return {
      type: typeIn(own) ?? elsewhere,
      ...(elsewhere === undefined && isNeverLive(own) && { neverLive: true }),
      shares: sum(own, 'shares', elsewhere),
      saves: sum(own, 'videosAddedToPlaylists', elsewhere),
    };
  };
}

const isNeverLive = (rows: readonly ReportRow[]): boolean =>
  rows.length > 0 && rows.map(typeInRow).every((type) => type !== undefined && !isLoss(type) && type !== 'stream');

function typeInRow({ creatorContentType: said }: ReportRow): Read<ContentType> | undefined {
  return isLoss(said) ? said : contentTypeOf(said);
}

function typeIn(rows: readonly ReportRow[]): Read<ContentType> | undefined {
  const views = (row: ReportRow): number => {
    const number = numberIn(row['views']);
    return number === undefined || isLoss(number) ? 0 : number;
  };
  const [most] = [...rows].sort((one, other) => views(other) - views(one));
  return most && typeInRow(most);
}

function sum(rows: readonly ReportRow[], metric: string, elsewhere: Loss | undefined): Read<Figure> {
  const numbers = rows.map((row) => numberIn(row[metric])).filter((number) => number !== undefined);
  const lost = numbers.find(isLoss);
  if (lost !== undefined) return lost;
  if (numbers.length === 0) return elsewhere ?? { is: 'not-yet' };
  return value(Math.round((numbers as number[]).reduce((total, number) => total + number, 0)));
}
