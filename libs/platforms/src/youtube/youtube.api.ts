import { urlOf, type PlatformRequest } from '../http';
import { isLoss, known, mapRead, type Loss, type Read } from '../loss';
import { readable } from '../answers';
import type { AccountSession } from '../session';
import {
  channelsAnswer,
  playlistItemsAnswer,
  playlistsAnswer,
  reportAnswer,
  userInfoAnswer,
  videosAnswer,
  type ChannelsAnswer,
  type PlaylistItemsAnswer,
  type ReportAnswer,
  type VideosAnswer,
} from './youtube.answers';
import { reasonsOf } from './youtube.errors';
import { analyticsScope, channelScope, emailScope, type YoutubeHosts } from './youtube.settings';

type Parameters = Readonly<Record<string, string | undefined>>;
/** One row of a report, by column name. */
export type ReportRow = Readonly<Record<string, Read<string | number> | undefined>>;

/** Its rows, and why some of them could not be read. No rows: nothing happened, or too little to say. */
export interface Report {
  readonly rows: readonly ReportRow[];
  readonly lost: Loss | undefined;
}

export const pageSize = 50;
const videoParts = 'snippet,contentDetails,statistics,status,liveStreamingDetails';

/** The calls of the Data and Analytics APIs. */
export class YoutubeApi {
  constructor(
    private readonly session: AccountSession,
    private readonly hosts: YoutubeHosts,
  ) {}

  /** The channels of the token: the call that decides. @throws PlatformError */
  channels(): Promise<ChannelsAnswer> {
    const parameters = { part: 'snippet,statistics,contentDetails', mine: 'true' };
    return this.session.decide(this.data('channels', parameters), channelsAnswer);
  }

  async playlistCount(): Promise<Read<number>> {
    const parameters = { part: 'id', mine: 'true', maxResults: '1' };
    const answer = await this.session.ask(this.data('playlists', parameters), playlistsAnswer);
    return mapRead(answer, ({ pageInfo }) => mapRead(pageInfo, ({ totalResults }) => totalResults));
  }

  /** 50 uploads, newest first; `none`: there is no such playlist. */
  uploads(playlistId: string, pageToken: string | undefined): Promise<Read<PlaylistItemsAnswer> | 'none'> {
    const parameters = { part: 'snippet,contentDetails', playlistId, maxResults: String(pageSize), pageToken };
    return this.session.ask(this.data('playlistItems', parameters), playlistItemsAnswer, ({ status }) =>
      status === 404 && pageToken === undefined ? ('none' as const) : undefined,
    );
  }

  /** At most 50 ids. What is deleted meanwhile is missing in the answer. */
  videos(ids: readonly string[]): Promise<Read<VideosAnswer>> {
    const parameters = { part: videoParts, id: ids.join(','), maxResults: String(pageSize) };
    return this.session.ask(this.data('videos', parameters), videosAnswer);
  }

  /** The Google account's address. */
  async email(): Promise<Read<string>> {
    const path = '/oauth2/v2/userinfo';
    const about = { call: `GET ${path}`, needs: emailScope, service: 'userinfo' };
    const answer = await this.session.ask(this.request(this.hosts.googleapis, path, about), userInfoAnswer);
    return isLoss(answer) ? answer : answer.email;
  }

  /** A report over the creator's own channel. */
  async report(parameters: Parameters): Promise<Read<Report>> {
    return reportOf(await this.session.ask(this.analytics(parameters), reportAnswer), parameters);
  }

  /**
   * The same for a combination of dimensions that not every installation of the API knows; `unknown`: this one does
   * not.
   */
  async reportIfKnown(parameters: Parameters): Promise<Read<Report> | 'unknown'> {
    const answer = await this.session.ask(this.analytics(parameters), reportAnswer, ({ status, body }) =>
      status === 400 && !reasonsOf(body).includes('authError') ? ('unknown' as const) : undefined,
    );
    return answer === 'unknown' ? answer : reportOf(answer, parameters);
  }

  private data(resource: string, parameters: Parameters): PlatformRequest {
    const path = `/youtube/v3/${resource}`;
    const about = { call: `GET ${path}`, needs: channelScope, service: 'data' };
    return this.request(this.hosts.googleapis, path, about, parameters);
  }

  private analytics(parameters: Parameters): PlatformRequest {
    const all = { ids: 'channel==MINE', ...parameters };
    const about = { call: 'GET /v2/reports', needs: analyticsScope, service: 'analytics' };
    return this.request(this.hosts.analytics, '/v2/reports', about, all);
  }

  /** `service`: each of them has a quota of its own. */
  private request(
    host: string,
    path: string,
    about: Required<Pick<PlatformRequest, 'call' | 'needs' | 'service'>>,
    parameters: Parameters = {},
  ): PlatformRequest {
    return { method: 'GET', url: urlOf(host, path, parameters), ...about, bearer: this.session.accessToken };
  }
}

/** Cells belong to their column's name; the order of columns is not promised. `rows` is absent when there are none. */
function reportOf(answer: Read<ReportAnswer>, { dimensions = '', metrics = '' }: Parameters): Read<Report> {
  if (isLoss(answer)) return answer;
  const { columnHeaders, rows } = answer;
  if (isLoss(rows)) return rows;
  if (isLoss(columnHeaders)) return columnHeaders;
  if (rows === undefined) return { rows: [], lost: undefined };
  const names = columnHeaders.map((header) => header && mapRead(header, ({ name }) => name));
  const unnamed = names.find(isLoss);
  const wanted = [dimensions, metrics].flatMap((list) => list.split(',')).filter((name) => name !== '');
  const without = Object.fromEntries(wanted.filter((name) => !names.includes(name)).map((name) => [name, unnamed]));
  const { items, lost } = readable(rows);
  const all = items.map((row): ReportRow => {
    const cells = row.map((cell, column) => [known(names[column]) ?? '', cell] as const);
    return { ...without, ...Object.fromEntries(cells) };
  });
  return { rows: all, lost: lost[0] };
}
