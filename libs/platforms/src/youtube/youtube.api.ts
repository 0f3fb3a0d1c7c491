import { isObject, urlOf, type PlatformAnswer, type PlatformClient, type PlatformRequest, type Verdict } from '../http';
import { text } from '../mapping/reading';
import { reasonsOf, youtubeVerdict } from './youtube.errors';
import { analyticsScope, channelScope, emailScope, type YoutubeHosts } from './youtube.settings';
import type { GoogleUserInfo, YoutubeChannel, YoutubeList, YoutubePlaylistItem, YoutubeVideo } from './youtube.wire';

type Parameters = Readonly<Record<string, string | undefined>>;
/** One row of a report, by column name. */
export type ReportRow = Readonly<Record<string, unknown>>;

const pageSize = '50';
const videoParts = 'snippet,contentDetails,statistics,status,liveStreamingDetails';

/** Reads of one channel with one token. */
export class YoutubeApi {
  constructor(
    private readonly client: PlatformClient,
    private readonly hosts: YoutubeHosts,
    private readonly accessToken: string,
  ) {}

  /** undefined: the Google account has no channel. */
  async channel(): Promise<YoutubeChannel | undefined> {
    const { items } = await this.list<YoutubeChannel>('channels', {
      part: 'snippet,statistics,contentDetails',
      mine: 'true',
    });
    return items[0];
  }

  async playlistCount(): Promise<unknown> {
    const { pageInfo } = await this.list('playlists', { part: 'id', mine: 'true', maxResults: '1' });
    return isObject(pageInfo) ? pageInfo['totalResults'] : undefined;
  }

  /** 50 uploads, newest first. */
  async uploads(
    playlistId: string,
    pageToken: string | undefined,
  ): Promise<{ videoIds: string[]; next: string | undefined }> {
    const parameters = { part: 'snippet,contentDetails', playlistId, maxResults: pageSize, pageToken };
    const { items, nextPageToken } = await this.list<YoutubePlaylistItem>('playlistItems', parameters);
    const videoIds = items.flatMap(
      (item) => text(item.contentDetails?.videoId) ?? text(item.snippet?.resourceId?.videoId) ?? [],
    );
    return { videoIds, next: text(nextPageToken) };
  }

  /** At most 50 ids. What is deleted meanwhile is missing in the answer. */
  async videos(ids: readonly string[]): Promise<readonly YoutubeVideo[]> {
    const { items } = await this.list<YoutubeVideo>('videos', {
      part: videoParts,
      id: ids.join(','),
      maxResults: pageSize,
    });
    return items;
  }

  async userInfo(): Promise<Partial<GoogleUserInfo>> {
    const request = this.request(this.hosts.googleapis, '/oauth2/v2/userinfo', 'GET /oauth2/v2/userinfo', {});
    return this.client.json(request, (answer) => youtubeVerdict(answer, this.client.now, emailScope));
  }

  /** A report over the creator's own channel. No rows: nothing happened, or too little to say. */
  async report(parameters: Parameters): Promise<readonly ReportRow[]> {
    const request = this.reportRequest(parameters);
    return this.rowsOf(await this.client.json(request, (answer) => this.verdict(answer)));
  }

  /** The same for a combination of dimensions that not every installation of the API knows; undefined: this one does not. */
  async reportIfKnown(parameters: Parameters): Promise<readonly ReportRow[] | undefined> {
    const request = this.reportRequest(parameters);
    const answer = await this.client.send(request);
    if (answer.status === 200 && isObject(answer.body)) return this.rowsOf(answer.body);
    if (answer.status === 400 && isObject(answer.body) && !reasonsOf(answer.body).includes('authError'))
      return undefined;
    throw this.client.trouble(request, answer, this.verdict(answer));
  }

  private reportRequest(parameters: Parameters): PlatformRequest {
    return this.request(this.hosts.analytics, '/v2/reports', 'GET /v2/reports', {
      ids: 'channel==MINE',
      ...parameters,
    });
  }

  /** Reports are read of channels that are known: one that is not there any more is gone. */
  private verdict(answer: PlatformAnswer): Verdict {
    const verdict = youtubeVerdict(answer, this.client.now, analyticsScope);
    return verdict?.outcome === 'not-eligible' ? { outcome: 'needs-reauthorization', cause: 'account-gone' } : verdict;
  }

  /** Cells belong to their column's name; the order of columns is not promised. */
  private rowsOf(body: Readonly<Record<string, unknown>>): readonly ReportRow[] {
    const { columnHeaders, rows } = body;
    if (rows === undefined) return [];
    if (!Array.isArray(columnHeaders) || !Array.isArray(rows)) throw this.client.malformed('GET /v2/reports');
    const names = columnHeaders.map((header: unknown) => (isObject(header) ? String(header['name']) : ''));
    const cells = (row: readonly unknown[]): ReportRow =>
      Object.fromEntries(row.map((cell, column) => [names[column] ?? '', cell]));
    return rows.filter((row): row is unknown[] => Array.isArray(row)).map(cells);
  }

  private async list<Item>(
    resource: string,
    parameters: Parameters,
  ): Promise<Partial<YoutubeList<Item>> & { items: readonly Item[] }> {
    const call = `GET /youtube/v3/${resource}`;
    const request = this.request(this.hosts.googleapis, `/youtube/v3/${resource}`, call, parameters);
    const body = await this.client.json(request, (answer) => youtubeVerdict(answer, this.client.now, channelScope));
    const items = body['items'] ?? [];
    if (typeof body['kind'] !== 'string' || !Array.isArray(items)) throw this.client.malformed(call);
    return { ...body, items: items.filter(isObject) as Item[] };
  }

  private request(host: string, path: string, call: string, parameters: Parameters): PlatformRequest {
    return { method: 'GET', url: urlOf(host, path, parameters), call, bearer: this.accessToken };
  }
}
