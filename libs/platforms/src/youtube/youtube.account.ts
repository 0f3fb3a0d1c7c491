import type { AccountIdentity, Figure } from '@linkage/published-facts';
import { readable } from '../answers';
import type { AccountDefinition } from '../define-connector';
import { PlatformError, troubleOf } from '../errors';
import { isLoss, type Read } from '../loss';
import { figure } from '../mapping/reading';
import type { AudienceReading, ContentBatch, ProfileReading } from '../reading';
import type { AccountSession } from '../session';
import { YoutubeApi } from './youtube.api';
import { audienceOf, noAudience } from './youtube-audience.mapper';
import { youtubeContent } from './youtube.content';
import { daysBefore, lifetimeOf, yesterday } from './pacific-day';
import { followersOf, identityOf, minutesOf, profileOf, type NamedChannel } from './youtube.mapper';
import { analyticsScope, emailScope, type YoutubeHosts } from './youtube.settings';

/** Viewers of the last 90 days: the audience of now, as YouTube Studio shows it. */
const audienceDays = 90;
const mostCities = '250';

/** The channel behind the token. */
export class YoutubeAccount implements AccountDefinition<NamedChannel> {
  private readonly api: YoutubeApi;

  constructor(
    private readonly session: AccountSession,
    private readonly hosts: YoutubeHosts,
  ) {
    this.api = new YoutubeApi(session, hosts);
  }

  /** A Google account without a channel cannot be connected; where there was one, the channel is gone. */
  async me(when: 'connecting' | 'refreshing'): Promise<NamedChannel> {
    const channel = await this.channel(when);
    if (channel !== undefined) return channel;
    throw when === 'connecting'
      ? new PlatformError(noChannel, 'youtube: this Google account has no channel')
      : new PlatformError({ outcome: 'gone', surmised: true }, 'youtube: no channel was found');
  }

  identity(channel: NamedChannel): AccountIdentity {
    return identityOf(channel);
  }

  followers(channel: NamedChannel): Read<number> | undefined {
    return followersOf(channel);
  }

  async profile(channel: NamedChannel): Promise<ProfileReading> {
    const [playlists, watchTimeMinutes, email] = await Promise.all([
      this.api.playlistCount(),
      this.watchTime(channel),
      this.email(),
    ]);
    return profileOf(channel, { playlists, watchTimeMinutes, email }, this.hosts.www);
  }

  async audience(): Promise<AudienceReading> {
    if (!this.session.may(analyticsScope)) return noAudience('permission-missing');
    const endDate = yesterday(this.session.now);
    const window = { startDate: daysBefore(endDate, audienceDays), endDate };
    const places = { ...window, metrics: 'views', sort: '-views' };
    const [agesAndGenders, countries, cities] = await Promise.all([
      this.api.report({ ...window, metrics: 'viewerPercentage', dimensions: 'ageGroup,gender' }),
      this.api.report({ ...places, dimensions: 'country' }),
      this.api.report({ ...places, dimensions: 'city', maxResults: mostCities }),
    ]);
    return audienceOf({ agesAndGenders, countries, cities });
  }

  content(channel: NamedChannel): AsyncIterable<ContentBatch> {
    return youtubeContent(this.api, this.session, channel, this.hosts.www);
  }

  private async channel(when: 'connecting' | 'refreshing'): Promise<NamedChannel | undefined> {
    try {
      const { items: listed } = await this.api.channels();
      const { items, lost } = isLoss(listed) ? { items: [], lost: [listed] } : readable(listed);
      const named = items.find((item): item is NamedChannel => !isLoss(item.id));
      const unread = [...lost, ...items.map(({ id }) => id).filter(isLoss)];
      if (named !== undefined || unread[0] === undefined) return named;
      const { reportId } = unread[0];
      throw new PlatformError({ outcome: 'unexpected', reportId }, 'youtube: no channel could be read');
    } catch (error) {
      if (when === 'connecting' || troubleOf(error)?.outcome !== 'not-eligible') throw error;
      const gone = { outcome: 'needs-reauthorization', cause: 'account-gone' } as const;
      throw new PlatformError(gone, 'youtube: the channel is gone');
    }
  }

  /** From the channel's first day to yesterday. */
  private async watchTime(channel: NamedChannel): Promise<Read<Figure>> {
    if (!this.session.may(analyticsScope)) return { is: 'permission-missing' };
    const { startDate, endDate } = lifetimeOf(channel, this.session.now);
    if (startDate > endDate) return { is: 'not-yet' };
    const report = await this.api.report({ startDate, endDate, metrics: 'estimatedMinutesWatched' });
    return isLoss(report) ? report : minutesOf(report);
  }

  private async email(): Promise<Read<Figure<string>>> {
    if (!this.session.may(emailScope)) return { is: 'permission-missing' };
    return figure(await this.api.email(), 'not-offered');
  }
}

const noChannel = { outcome: 'not-eligible', reason: 'no-channel' } as const;
