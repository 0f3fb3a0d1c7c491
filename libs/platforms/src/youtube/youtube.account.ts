import {
  type AccountIdentity,
  type AudienceSnapshot,
  type Figure,
  type ProfileSnapshot,
} from '@linkage/published-facts';
import { PlatformError, troubleOf } from '../errors';
import { count, figure, text } from '../mapping/reading';
import type { YoutubeApi } from './youtube.api';
import { audienceOf, noAudience } from './youtube.audience.mapper';
import { daysBefore, pacificDay, yesterday } from './youtube.days';
import { identityOf, minutesOf, profileOf } from './youtube.mapper';
import { analyticsScope, emailScope, type YoutubeHosts } from './youtube.settings';
import type { YoutubeChannel } from './youtube.wire';

/** Viewers of the last 90 days: the audience of now, as YouTube Studio shows it. */
const audienceDays = 90;
const mostCities = '250';

/** The channel behind the token. */
export class YoutubeAccount {
  constructor(
    private readonly api: YoutubeApi,
    private readonly hosts: YoutubeHosts,
    private readonly granted: readonly string[],
    private readonly now: Date,
  ) {}

  /** @throws not-eligible when the Google account has no channel */
  async identity(): Promise<AccountIdentity> {
    const channel = await this.api.channel();
    if (channel !== undefined) return identityOf(channel);
    throw new PlatformError(
      { outcome: 'not-eligible', reason: 'no-channel' },
      'youtube: this Google account has no channel',
    );
  }

  /** The channel of an account that had one when it was connected. */
  async channel(): Promise<YoutubeChannel> {
    try {
      const channel = await this.api.channel();
      if (channel !== undefined) return channel;
    } catch (error) {
      if (troubleOf(error)?.outcome !== 'not-eligible') throw error;
      throw new PlatformError(
        { outcome: 'needs-reauthorization', cause: 'account-gone' },
        'youtube: the channel is gone',
      );
    }
    throw new PlatformError({ outcome: 'gone' }, 'youtube: no channel was found');
  }

  async profile(): Promise<ProfileSnapshot> {
    const channel = await this.channel();
    const [playlists, watchTimeMinutes, email] = await Promise.all([
      this.api.playlistCount(),
      this.watchTime(channel),
      this.email(),
    ]);
    return profileOf(
      channel,
      { playlists: figure(count(playlists), 'not-yet'), watchTimeMinutes, email },
      this.hosts.www,
    );
  }

  async audience(): Promise<AudienceSnapshot> {
    if (!this.granted.includes(analyticsScope)) return noAudience('permission-missing');
    const endDate = yesterday(this.now);
    const window = { startDate: daysBefore(endDate, audienceDays), endDate };
    const reports = async () =>
      audienceOf({
        agesAndGenders: await this.api.report({
          ...window,
          metrics: 'viewerPercentage',
          dimensions: 'ageGroup,gender',
        }),
        countries: await this.api.report({ ...window, metrics: 'views', dimensions: 'country', sort: '-views' }),
        cities: await this.api.report({
          ...window,
          metrics: 'views',
          dimensions: 'city',
          sort: '-views',
          maxResults: mostCities,
        }),
      });
    return unlessNotPermitted(reports, noAudience('permission-missing'));
  }

  /** From the channel's first day to yesterday. */
  private async watchTime(channel: YoutubeChannel): Promise<Figure> {
    if (!this.granted.includes(analyticsScope)) return { is: 'permission-missing' };
    const { startDate, endDate } = lifetimeOf(channel, this.now);
    if (startDate > endDate) return { is: 'not-yet' };
    const minutes = async () =>
      minutesOf(await this.api.report({ startDate, endDate, metrics: 'estimatedMinutesWatched' }));
    return unlessNotPermitted(minutes, { is: 'permission-missing' });
  }

  /** The Google account's address. */
  private async email(): Promise<Figure<string>> {
    if (!this.granted.includes(emailScope)) return { is: 'permission-missing' };
    const address = async (): Promise<Figure<string>> => figure(text((await this.api.userInfo()).email), 'not-offered');
    return unlessNotPermitted(address, { is: 'permission-missing' });
  }
}

const youtubesFirstDay = '2005-02-14';

/** The days for which a channel can have reports. */
export function lifetimeOf(channel: YoutubeChannel, now: Date): { startDate: string; endDate: string } {
  const began = new Date(channel.snippet?.publishedAt ?? Number.NaN);
  return { startDate: Number.isNaN(began.getTime()) ? youtubesFirstDay : pacificDay(began), endDate: yesterday(now) };
}

/** A scope that Google says is missing leaves its section without data; the rest of the channel still works. */
export async function unlessNotPermitted<T>(read: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (troubleOf(error)?.outcome === 'permission-missing') return otherwise;
    throw error;
  }
}
